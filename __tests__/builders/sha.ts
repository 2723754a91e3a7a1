/** A commit id that can be told from others in a failure's message. */
export function aSha(seed: string): string {
  return [...seed]
    .map((letter) => letter.charCodeAt(0).toString(16))
    .join('')
    .padEnd(40, '0')
    .slice(0, 40);
}

export const tip = aSha('tip');
export const headSha = aSha('head');
