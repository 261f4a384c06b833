import type { Db, Tx } from '../../platform/database/index.ts';
import type { ProductId } from '../catalog/index.ts';
import { decideMembership, type RuleCollection } from './membership.ts';
import { TIME_FIELDS } from './rule-fields.ts';
import { lockForRefresh, readFactsPage } from './store/facts.ts';
import { enter, leave, readMembership, readRuleCollections } from './store/membership.ts';
import { tellMoved } from './tell-moved.ts';

/** Products looked at with one read and two writes. */
export const RECHECK_BATCH = 5_000;

/**
 * Asks these rules about every product, batch by batch, and writes who entered and who left. The caller holds the lock
 * of rules.
 */
export async function recheckCollections(
  tx: Tx,
  input: { readonly collections: readonly RuleCollection[]; readonly now: Temporal.Instant },
): Promise<void> {
  let after: ProductId | undefined;
  do after = await recheckBatch(tx, { ...input, after, isLocked: false });
  while (after !== undefined);
}

/**
 * Moves products in and out of the collections whose rule asks for a time, as time has passed: run hourly. Each batch
 * is a transaction of its own, so that edits wait for one batch at most; run again after it was stopped, it is right.
 */
export async function recheckTimeRules(
  db: Db,
  input: { readonly now: Temporal.Instant; readonly signal?: AbortSignal },
): Promise<void> {
  let after: ProductId | undefined;
  do {
    input.signal?.throwIfAborted();
    after = await db.transaction().execute(async (tx) => {
      await lockForRefresh(tx);
      const collections = await readRuleCollections(tx, TIME_FIELDS);
      if (collections.length === 0) return undefined;
      return recheckBatch(tx, { collections, now: input.now, after, isLocked: true });
    });
  } while (after !== undefined);
}

async function recheckBatch(
  tx: Tx,
  input: {
    readonly collections: readonly RuleCollection[];
    readonly now: Temporal.Instant;
    readonly after: ProductId | undefined;
    readonly isLocked: boolean;
  },
): Promise<ProductId | undefined> {
  const { collections, now } = input;
  const fields = [...new Set(collections.flatMap((collection) => collection.fields))];
  const page = await readFactsPage(tx, { ...input, fields, limit: RECHECK_BATCH });
  const candidates = [...page.facts].map(([productId, facts]) => ({ productId, facts }));
  const collectionIds = collections.map((collection) => collection.id);
  const current = await readMembership(tx, { collectionIds, productIds: [...page.facts.keys()] });
  const questions = collections.map((collection) => ({ collection, candidates }));
  const { entered, left } = decideMembership(questions, current, now);
  await enter(tx, entered, now);
  await leave(tx, left);
  await tellMoved(tx, [...entered, ...left]);
  return page.last;
}
