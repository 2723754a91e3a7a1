/** An agent at work asked for what its assignment does not hold, or does not let it do. */
export class NotForAgents extends Error {
  override readonly name = 'NotForAgents';
}
