import type { Db } from '../../../platform/database/index.ts';
import type { EntryId } from '../entry.ts';
import { countUnsealed, type Sealed, selectForgotten, selectSealed } from '../store.ts';
import type { Head } from './head.ts';
import { FIRST_SEAL, sealOf } from './seal.ts';

/**
 * The first thing in the chain that is not as it was sealed. `changed`: the entry, or its place; `entry_missing`,
 * `seal_missing`: taken away; `not_sealed`: an entry that went around the sealer; `head_missing`: the chain does not
 * have the seal that was noted earlier, so that its end was cut off or made anew.
 */
export type Breach = {
  readonly what: 'changed' | 'entry_missing' | 'seal_missing' | 'not_sealed' | 'head_missing';
  readonly position: bigint | undefined;
  readonly entryId: EntryId | undefined;
};

export type Verdict = {
  readonly breach: Breach | undefined;
  /** How many were looked at. */
  readonly entries: bigint;
  /** What happened within the last minute waits for its seal. */
  readonly waiting: number;
  readonly head: Head | undefined;
};

const BATCH = 2_000;

/** Looks at the whole chain, from its beginning to the first breach. */
export async function verifyAudit(
  db: Db,
  { noted, signal }: { readonly noted?: Head | undefined; readonly signal?: AbortSignal } = {},
): Promise<Verdict> {
  let at: Place = { position: 0n, hash: FIRST_SEAL };
  let isNotedSeen = noted === undefined;
  for (;;) {
    signal?.throwIfAborted();
    const batch = await selectSealed(db, at.position, BATCH);
    for (const sealed of batch) {
      const breach = breachIn(sealed, at);
      if (breach) return verdict(db, at, breach);
      at = { position: sealed.position, hash: sealed.hash };
      isNotedSeen ||= noted?.position === at.position && noted.seal === at.hash.toString('hex');
    }
    if (batch.length < BATCH) break;
  }
  const forgotten = await selectForgotten(db);
  if (forgotten) return verdict(db, at, { what: 'not_sealed', position: undefined, entryId: forgotten });
  const cut = { what: 'head_missing', position: noted?.position, entryId: undefined } as const;
  return verdict(db, at, isNotedSeen ? undefined : cut);
}

type Place = { readonly position: bigint; readonly hash: Buffer };

function breachIn({ position, entryId, hash, entry }: Sealed, before: Place): Breach | undefined {
  const expected = before.position + 1n;
  if (position !== expected) return { what: 'seal_missing', position: expected, entryId: undefined };
  if (entry === undefined) return { what: 'entry_missing', position, entryId };
  return sealOf(before.hash, position, entry).equals(hash)
    ? undefined
    : { what: 'changed', position, entryId };
}

async function verdict(db: Db, { position, hash }: Place, breach: Breach | undefined): Promise<Verdict> {
  const head = position === 0n ? undefined : { position, seal: hash.toString('hex') };
  return { breach, entries: position, waiting: await countUnsealed(db), head };
}
