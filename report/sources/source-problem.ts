/** What is wrong with what somebody named as a source, in words for them. */
export class SourceProblem extends Error {
  override readonly name = 'SourceProblem';
}
