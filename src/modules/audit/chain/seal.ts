import { createHash } from 'node:crypto';
import type { Entry } from '../entry.ts';

/** Before the first entry. */
export const FIRST_SEAL = Buffer.alloc(32);

/**
 * SHA-256 over the seal before, the place in the chain and every word of the entry: whoever changes an entry, removes
 * one or puts one elsewhere has to make every later seal anew.
 */
export function sealOf(previous: Buffer, position: bigint, entry: Entry): Buffer {
  return createHash('sha256')
    .update(previous)
    .update(`${position}\n${canonical(entry)}`, 'utf8')
    .digest();
}

/** The entry as one text: fields in a fixed order, names of objects sorted (as RFC 8785 does). */
function canonical(entry: Entry): string {
  const { id, at, attemptId, actor, actorName, sessionId, operation, summary, kind, subjectId } = entry;
  const { outcome, code, ip, userAgent, differences } = entry;
  return JSON.stringify([
    ...[id, String(at.epochNanoseconds), attemptId, actor, actorName, sessionId, operation, summary],
    ...[kind, subjectId, outcome, code, ip, userAgent, sorted(differences)],
  ]);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, inner]) => [name, sorted(inner)]));
}
