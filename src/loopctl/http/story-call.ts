/** A call on one story: the story's own path, and what is called on it. */
export interface StoryCall {
  readonly story: string;
  readonly call: string;
}

/** The call on one story that a path names; null for any other, the bulk calls included. */
export function readStoryCall(path: string): StoryCall | null {
  const [, story, call] = /^(\/api\/v1\/stories\/[0-9a-f-]{36})\/([a-z-]+)$/i.exec(path) ?? [];
  return story === undefined || call === undefined ? null : { story, call };
}
