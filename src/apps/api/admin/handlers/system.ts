import { z } from 'zod';
import { ok, refuse } from '../../../../kernel/index.ts';
import { type Handlers, readCursor, writeCursor } from '../../../../platform/api/index.ts';
import {
  countDeadLetters,
  type DeadLetter,
  dismissDeadLetter,
  dismissDeadLetters,
  listDeadLetters,
  MOST_RESOLVED,
  readCronRuns,
  readJobKinds,
  retryDeadLetter,
  retryDeadLetters,
} from '../../../../platform/jobs/index.ts';
import type { systemEndpoints } from '../contract/system.ts';
import type { AdminDeps } from '../deps.ts';
import { readHealth } from '../system/read-health.ts';
import { readVersions } from '../system/read-versions.ts';

const LETTERS = 'dead_letters';
const BY_ID = z.tuple([z.string().regex(/^\d{1,18}$/)]);
const LONGEST_PAYLOAD = 4_000;

/** The machine room: what works, what waits, what was given up. */
export function systemHandlers({ reads, system }: AdminDeps): Handlers<typeof systemEndpoints> {
  return {
    readSystemHealth: async ({ now }) => ok(await readHealth(reads, system, now)),
    readSystemVersions: async () => ok(await readVersions(reads)),
    listJobKinds: async () => {
      const kinds = await readJobKinds(reads);
      return ok({
        items: kinds.map(({ oldestDueAt, ...kind }) => ({ ...kind, oldestDueAt: oldestDueAt?.toString() })),
      });
    },
    listCrons: async () => {
      const runs = await readCronRuns(reads);
      const items = system.crons.map((cron) => ({ ...cron, lastRunAt: runs.get(cron.name)?.toString() }));
      return ok({ items: items.toSorted((one, other) => one.name.localeCompare(other.name)) });
    },
    countDeadLetters: async () => {
      const kinds = await countDeadLetters(reads);
      return ok({ items: kinds.map((kind) => ({ ...kind, lastDiedAt: kind.lastDiedAt.toString() })) });
    },
    listDeadLetters: async ({ query: { cursor, limit, name } }) => {
      const position = readCursor(LETTERS, BY_ID, cursor);
      if (!position.ok) return position;
      const before = position.value && BigInt(position.value[0]);
      const found = await listDeadLetters(reads, { limit: limit + 1, before, name });
      const shown = found.slice(0, limit);
      const last = found.length > limit ? shown.at(-1) : undefined;
      const nextCursor = last && writeCursor(LETTERS, [String(last.id)]);
      return ok({ items: shown.map(letterAnswer), nextCursor });
    },
    retryDeadLetter: async ({ params: { id }, tx }) => doneOr(await retryDeadLetter(tx, id)),
    dismissDeadLetter: async ({ params: { id }, tx }) => doneOr(await dismissDeadLetter(tx, id)),
    retryDeadLetters: async ({ body: { name }, tx }) => countOf(await retryDeadLetters(tx, name)),
    dismissDeadLetters: async ({ body: { name }, tx }) => countOf(await dismissDeadLetters(tx, name)),
  };
}

function doneOr(isDone: boolean) {
  return isDone ? ok({ isDone }) : refuse('not_found', 'there is no such open dead letter', 'id');
}

function countOf(count: number) {
  return ok({ count, hasMore: count === MOST_RESOLVED });
}

function letterAnswer({ id, reaction, job, eventId, payload, diedAt, error, attempts }: DeadLetter) {
  return {
    ...{ id: String(id), name: reaction || job, isReaction: reaction !== '', error, attempts },
    eventId: eventId === undefined ? undefined : String(eventId),
    payload: JSON.stringify(payload).slice(0, LONGEST_PAYLOAD),
    diedAt: diedAt.toString(),
  };
}
