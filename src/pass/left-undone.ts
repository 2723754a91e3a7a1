import { describeHold, type Hold } from '../core/reasons.ts';

/** The world had moved, or said no: a decision was rightly not carried out, and this is what its story waits for. */
export class LeftUndone extends Error {
  override readonly name = 'LeftUndone';
  readonly hold: Hold;

  constructor(hold: Hold) {
    super(describeHold(hold));
    this.hold = hold;
  }
}
