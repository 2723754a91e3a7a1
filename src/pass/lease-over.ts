/** The pass was held up for longer than its lease: what it still meant to do is left to the next one. */
export class LeaseOver extends Error {
  override readonly name = 'LeaseOver';

  constructor() {
    super(
      'The lease of this pass ran out while it was at work, so it stopped; nothing that it meant to save was saved.',
    );
  }
}
