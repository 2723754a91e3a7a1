/** What the key in a variable was found to be: good for its part, or not, with what to do. */
export type KeyFacts =
  /** `agent`: whose it is, as far as a pass has learnt it. */
  | { readonly variable: string; readonly kind: 'good'; readonly agent: string | null }
  | { readonly variable: string; readonly kind: 'bad'; readonly because: string; readonly remedy: string };

/** The loopctl server of a repository, as far as it was looked at. */
export type ServerFacts =
  | { readonly kind: 'embedded' }
  /** The workflows name one, and whoever asks has not its address and keys. */
  | { readonly kind: 'not_asked' }
  | { readonly kind: 'down'; readonly because: string; readonly remedy: string }
  | {
      readonly kind: 'up';
      readonly url: string;
      readonly project: ServedProjectFacts;
      readonly keys: readonly KeyFacts[];
      /** Null: it would not say. */
      readonly hasAuditKey: boolean | null;
    };

export type ServedProjectFacts =
  | { readonly kind: 'not_named' }
  | { readonly kind: 'missing'; readonly name: string }
  | {
      readonly kind: 'project';
      readonly name: string;
      readonly stories: number;
      /** Of those that are not verified. */
      readonly withoutCriteria: number;
    };
