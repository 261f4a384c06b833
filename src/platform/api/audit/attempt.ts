import { randomUUID } from 'node:crypto';
import type { AnyCall, Mounted } from '../mounted.ts';
import type { Attempt } from './audit.ts';
import type { Sight } from './look.ts';
import type { Watch, WatchedRead } from './watch-of.ts';

const LONGEST_ID = 200;

/** Who asks for what, before anything came of it. */
export function attemptOf(
  { name, endpoint }: Mounted,
  { kind }: Watch,
  { caller, now, ip, userAgent }: AnyCall,
  ids: readonly string[],
): Attempt {
  const [only = ''] = ids.length === 1 ? ids : [];
  return {
    ...{ at: now, attemptId: randomUUID(), caller, operation: name, summary: endpoint.summary, kind },
    ...{ subjectId: only.slice(0, LONGEST_ID), outcome: 'done', code: '', ip, userAgent },
    ...{ before: undefined, after: undefined, guarded: [], personal: [] },
  };
}

/** What was seen before and after, and which of its fields are not for everybody. */
export function seenBy(
  { guarded, personal }: WatchedRead,
  before: Sight,
  after: Sight,
): Pick<Attempt, 'before' | 'after' | 'guarded' | 'personal'> {
  const seen = { before: before.value, after: after.value };
  if (!before.isItem && !after.isItem) return { ...seen, guarded, personal };
  // Paths are the answer's; an item of its list stands below `items` and `*`.
  return {
    ...seen,
    guarded: guarded.map(({ path, permission }) => ({ path: path.slice(2), permission })),
    personal: personal.map((path) => path.slice(2)),
  };
}
