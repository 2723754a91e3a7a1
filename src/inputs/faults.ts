/** Why a text is not the id of an assignment, or null when it is. */
export function findIdFault(value: string): string | null {
  return /^[0-9a-z-]{1,60}$/.test(value) ? null : 'must be an id from the matrix: lower-case letters, digits, hyphens';
}

/** Why a text is not the id of a run artifact, or null when it is. */
export function findArtifactFault(value: string): string | null {
  return /^[1-9]\d{0,15}$/.test(value) ? null : 'must be the number that the upload gave as `artifact-id`';
}

/** Why a text tells of no comment, or null when it does. */
export function findCommentFault(value: string): string | null {
  return value === 'dashboard' || /^[1-9]\d{0,15}$/.test(value)
    ? null
    : 'must be the number of a comment, `github.event.comment.id`, or `dashboard`';
}

/** Why a text is not a SHA-256 digest, or null when it is. GitHub writes it with and without its prefix. */
export function findDigestFault(value: string): string | null {
  return /^(sha256:)?[0-9a-f]{64}$/.test(value)
    ? null
    : 'must be the SHA-256 digest that the upload gave as `artifact-digest`';
}

/** Why a text is not the file name of a workflow, or null when it is. */
export function findWorkflowFault(value: string): string | null {
  return /^[\w.-]+\.ya?ml$/.test(value) ? null : 'must be a file name ending in `.yml` or `.yaml`, without a folder';
}

/** Why a text is not somebody's login on GitHub, or null when it is; an App's ends in `[bot]`. */
export function findLoginFault(value: string): string | null {
  return /^[\w-]{1,100}(\[bot\])?$/.test(value) ? null : "must be somebody's login on GitHub";
}

/** Why a text is not the address of a server, or null when it is; plain HTTP would show the keys on the way. */
export function findAddressFault(value: string): string | null {
  if (!URL.canParse(value)) return 'must be an address such as `https://loopctl.example.com`';
  const address = new URL(value);
  if (address.username !== '' || address.password !== '') return 'must not carry credentials';
  const isLoopback = ['127.0.0.1', '[::1]', 'localhost'].includes(address.hostname);
  return address.protocol === 'https:' || (address.protocol === 'http:' && isLoopback) ? null : 'must use https';
}

/** Why a text is no switch, or null when it is one. */
export function findSwitchFault(value: string): string | null {
  return value === 'true' || value === 'false' ? null : 'must be `true` or `false`';
}
