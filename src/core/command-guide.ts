export interface CommandGuide {
  /** How it is written, after `/orchestrate`. */
  readonly form: string;
  /** What it does, in a few words that go on from "it". */
  readonly says: string;
  /** What somebody must be allowed to do in the repository to give it. */
  readonly needs: 'write' | 'maintain';
}

/** Every command that people can give, in the order in which they are told. */
export const commandGuide = {
  help: { form: 'help', says: 'tells the commands', needs: 'write' },
  status: { form: 'status', says: 'tells how the project stands', needs: 'write' },
  why: { form: 'why [STORY]', says: 'tells what a story waits for, down to the root', needs: 'write' },
  plan: { form: 'plan', says: 'tells what would be done next, and what the rest may cost', needs: 'write' },
  retry: {
    form: 'retry STORY[: guidance]',
    says: 'lifts what holds a story; the guidance, or the answer to its questions, goes to the next agent',
    needs: 'write',
  },
  pause: { form: 'pause', says: 'starts and merges nothing any more; what is at work ends', needs: 'write' },
  resume: { form: 'resume', says: 'goes on; after a budget stop it takes maintain', needs: 'write' },
  approve: { form: 'approve AC-ID…', says: 'says that you have seen these criteria met', needs: 'write' },
  reject: { form: 'reject REASON…', says: 'has the work done again, for your reason', needs: 'write' },
  rerun: { form: 'rerun review|ci', says: 'has this head reviewed, or tested, once more', needs: 'write' },
  escalate: { form: 'escalate [STORY]', says: 'hands the story to a person until `retry`', needs: 'write' },
  release: {
    form: 'release [STORY]',
    says: 'gives the claim back; branch and pull request are yours',
    needs: 'write',
  },
  cancel: {
    form: 'cancel STORY',
    says: 'gives the claim back, closes the pull request, and waits for `retry`',
    needs: 'write',
  },
  reset: { form: 'reset STORY', says: 'throws the work away and begins anew', needs: 'maintain' },
  'approve-paths': {
    form: 'approve-paths SHA',
    says: 'lets exactly this head change protected paths',
    needs: 'maintain',
  },
  revert: { form: 'revert [STORY]', says: 'undoes its merge, and has it done again', needs: 'maintain' },
  backfill: {
    form: 'backfill STORY pr=N REASON…',
    says: 'records a story as done by a merged pull request',
    needs: 'maintain',
  },
  add: {
    form: 'add EPIC NUMBER TITLE',
    says: 'makes a story; its criteria follow as a list, a line each',
    needs: 'write',
  },
} as const satisfies Readonly<Record<string, CommandGuide>>;
