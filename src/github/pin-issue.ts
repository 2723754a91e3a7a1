import { RemoteError } from '../errors.ts';
import type { GitHub } from './client.ts';
import { pinDocument } from './documents.ts';

/** Pins an issue where that can be done: three are the most, and not every token may. */
export async function pinIssue(github: Pick<GitHub, 'graphql'>, issueId: string): Promise<void> {
  try {
    await github.graphql(pinDocument, { issueId });
  } catch (error) {
    if (!(error instanceof RemoteError)) throw error;
  }
}
