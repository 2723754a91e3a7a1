import type { Applied } from './applied.ts';
import { cutShort } from './cut-short.ts';
import type { Approve, DropMerge, Merge, RecordMerge, UpdateBranch, WithdrawApproval } from './decision.ts';
import { addMinutes, type Instant } from './instant.ts';
import type { StoryMemory } from './ledger.ts';
import { backOff } from './limits.ts';

/** What is remembered of a merge: made, or on its way: asked for with this head, onto this tip. */
export function changeOfMerge(
  { headSha, baseSha }: Merge,
  { mergeSha, merging }: Applied,
  now: Instant,
): Partial<StoryMemory> {
  if (mergeSha !== undefined) {
    const merged = { sha: mergeSha, headSha, baseBefore: baseSha, by: null, at: now };
    return { merged, merging: null, unmerged: null };
  }
  return merging === undefined ? {} : { merging: { headSha, baseSha, uuid: merging.uuid, at: now } };
}

/** What is remembered of a merge that GitHub shows; only of one of ours is it known onto which tip it was asked for. */
export function changeOfRecordMerge(
  { pullRequest, merged }: RecordMerge,
  { merging }: StoryMemory,
  now: Instant,
): Partial<StoryMemory> {
  const baseBefore = merged.by === null ? (merging?.baseSha ?? null) : null;
  return { pullRequest, merged: { ...merged, baseBefore, at: now }, merging: null, unmerged: null };
}

/** What is remembered of a merge that was not made: counted for its head, since another one begins anew. */
export function changeOfDropMerge(
  { headSha, detail }: DropMerge,
  { unmerged }: StoryMemory,
  now: Instant,
): Partial<StoryMemory> {
  const times = (unmerged?.headSha === headSha ? unmerged.times : 0) + 1;
  return { merging: null, unmerged: { headSha, detail: cutShort(detail), times, notBefore: backOff(times, now) } };
}

/** What is remembered of an update: nothing, since the head tells, unless there was nothing to bring in. */
export function changeOfUpdate(
  { baseSha }: UpdateBranch,
  { isUpToDate }: Applied,
  { head }: StoryMemory,
): Partial<StoryMemory> {
  return isUpToDate === true && head !== null ? { head: { ...head, diffBase: baseSha } } : {};
}

/** What GitHub would not have as an approval it may have later, when somebody has changed a setting. */
const minutesToNextAsking = 30;

/** What is remembered of an approval that was given or taken back: nothing, since GitHub shows it, unless it would not. */
export function changeOfApproval(
  { headSha }: Approve | WithdrawApproval,
  { refusal }: Applied,
  now: Instant,
): Partial<StoryMemory> {
  if (refusal === undefined) return { unapproved: null };
  return {
    unapproved: { headSha, detail: cutShort(refusal), notBefore: addMinutes(now, minutesToNextAsking) },
  };
}
