/** Knows a job's secrets, hides them in texts and recognises texts that hold one. */
export interface SecretMask {
  add(secret: string): void;
  hide(text: string): string;
  reveals(text: string): boolean;
}

/** A mask over the given secrets; every line of a multi-line secret is a secret of its own, as on GitHub. */
export function createSecretMask(secrets: readonly string[]): SecretMask {
  const known = new Set<string>();
  let ordered: readonly string[] = [];

  function add(secret: string): void {
    for (const line of [secret, ...secret.split(/\r?\n/)]) {
      if (line.trim() !== '') known.add(line);
    }
    // Longest first, so that a secret inside another leaves no rest.
    ordered = [...known].toSorted((left, right) => right.length - left.length);
  }

  for (const secret of secrets) add(secret);
  return {
    add,
    hide: (text) => ordered.reduce((hidden, secret) => hidden.replaceAll(secret, '***'), text),
    reveals: (text) => ordered.some((secret) => text.includes(secret)),
  };
}
