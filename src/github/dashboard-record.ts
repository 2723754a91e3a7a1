import { z } from 'zod';
import type { Instant } from '../core/instant.ts';
import { readTicks, type TickReading } from '../core/ticks.ts';
import { withoutSuffix } from './bot-login.ts';
import { digestIssue } from './issue-digest.ts';

const moment = z.iso.datetime().transform((text) => Date.parse(text));

const editSchema = z.object({
  editedAt: moment,
  editor: z.object({ __typename: z.string(), login: z.string() }).nullable(),
});

/** The dashboard's issue, as the one GraphQL query brings it. */
export const dashboardSchema = z.object({
  number: z.number(),
  state: z.enum(['OPEN', 'CLOSED']),
  title: z.string(),
  body: z.string(),
  createdAt: moment,
  userContentEdits: z
    .object({ pageInfo: z.object({ hasNextPage: z.boolean() }), nodes: z.array(editSchema.nullable()).nullable() })
    .nullable(),
});

export interface SeenDashboard {
  readonly number: number;
  readonly isOpen: boolean;
  readonly digest: string;
  readonly editedAt: Instant;
  readonly ticks: TickReading;
}

/** What GitHub shows of the dashboard, and who ticked what there since we wrote it. */
export function toSeenDashboard(record: z.infer<typeof dashboardSchema>, viewer: string): SeenDashboard {
  const { number, state, title, body, createdAt, userContentEdits } = record;
  const edits = (userContentEdits?.nodes ?? []).flatMap((edit) =>
    edit === null
      ? []
      : {
          at: edit.editedAt,
          editor: edit.editor === null ? null : withoutSuffix(edit.editor.login),
          isPerson: edit.editor?.__typename === 'User',
        },
  );
  const isComplete = userContentEdits?.pageInfo.hasNextPage !== true;
  return {
    number,
    isOpen: state === 'OPEN',
    digest: digestIssue({ title, body }),
    editedAt: Math.max(createdAt, ...edits.map(({ at }) => at)),
    ticks: readTicks({ createdAt, body, edits, isComplete }, viewer),
  };
}
