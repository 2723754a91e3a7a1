/** What is to be done about a step. */
export type StepState =
  /** It is so already; what was seen. */
  | { readonly kind: 'done'; readonly seen: string }
  | { readonly kind: 'todo' }
  /** It comes by itself, or a person does it elsewhere: it is worth waiting for. */
  | { readonly kind: 'waiting'; readonly what: string }
  /** It cannot be done yet; what a person has to do first. */
  | { readonly kind: 'blocked'; readonly what: string };

/** What carries a step out; data, with nothing secret in it. */
export type Action =
  | {
      readonly kind: 'api';
      readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
      /** Below the API's root. */
      readonly path: string;
      readonly body: unknown;
      /** Statuses which say that it is so already. */
      readonly fine: readonly number[];
    }
  | {
      readonly kind: 'set_secret';
      readonly name: string;
      /** Null: the repository's own. */
      readonly environment: string | null;
      readonly value: 'app_id' | 'app_key' | 'agent_key';
    }
  | { readonly kind: 'delete_secret'; readonly name: string }
  | { readonly kind: 'make_app' }
  | { readonly kind: 'install_app'; readonly url: string }
  | { readonly kind: 'forget_key' }
  | { readonly kind: 'forget_app'; readonly url: string }
  | {
      readonly kind: 'propose';
      readonly branch: string;
      readonly title: string;
      readonly body: string;
      /** Texts by path; null: the file goes. */
      readonly files: Readonly<Record<string, string | null>>;
    };

export interface Step {
  readonly key: string;
  readonly title: string;
  readonly state: StepState;
  /** What will be done, a line each. */
  readonly show: readonly string[];
  readonly undo: string;
  readonly actions: readonly Action[];
}

/** It is so already. */
export function done(seen: string): StepState {
  return { kind: 'done', seen };
}

export const todo: StepState = { kind: 'todo' };

/** It comes by itself, or a person does it elsewhere. */
export function waiting(what: string): StepState {
  return { kind: 'waiting', what };
}

/** A person has to do something first. */
export function blocked(what: string): StepState {
  return { kind: 'blocked', what };
}

/** A call of GitHub's API by the person's own `gh`. */
export function call(
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body: unknown = null,
  fine: readonly number[] = [],
): Action {
  return { kind: 'api', method, path, body, fine };
}
