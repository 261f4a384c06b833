import { parseId } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { tell } from '../../platform/outbox/index.ts';
import type { ProductId } from '../catalog/index.ts';
import type { ProductFacts } from './facts.ts';
import { gatherFacts } from './gather-facts.ts';
import { deleteListings, writeListings } from './listing/store.ts';
import {
  type CollectionId,
  decideMembership,
  type FactsChange,
  factsChanges,
  questionsFor,
} from './membership.ts';
import { deleteFacts, lockFacts, lockForRefresh, writeFacts } from './store/facts.ts';
import { enter, leave, leaveAll, readMembership, readRuleCollections } from './store/membership.ts';
import { tellMoved } from './tell-moved.ts';

/** Most products of one call; as many as an event names. */
export const REFRESH_LIMIT = 1_000;

export type Refreshed = {
  /** How many rules were asked: those that name a field that changed. */
  readonly evaluated: number;
  /** Collections and products of the memberships that changed. */
  readonly collectionIds: readonly CollectionId[];
  readonly productIds: readonly ProductId[];
};

/**
 * Brings the collections up to date with what these products have become: asks only rules that name a field that
 * changed, writes who entered and who left, and tells of them. New products are asked about by every rule; products
 * that the catalogue no longer has leave all collections. The number of statements does not depend on the number of
 * products or collections. Run twice, the second changes nothing.
 */
export async function refreshProducts(
  tx: Tx,
  input: { readonly productIds: readonly string[]; readonly now: Temporal.Instant },
): Promise<Refreshed> {
  const productIds = distinct(input.productIds);
  if (productIds.length === 0) return NOTHING;
  await lockForRefresh(tx);
  const before = await lockFacts(tx, productIds);
  const sales30d = new Map([...before].map(([id, facts]) => [id, Number(facts['sales_30d']?.[0] ?? 0)]));
  const gathered = await gatherFacts(tx, { productIds, sales30d });
  await writeListings(
    tx,
    [...gathered.values()].map(({ listing }) => listing),
  );
  const after = new Map([...gathered].map(([id, { facts }]) => [id, facts]));
  const gone = productIds.filter((id) => !after.has(id));
  const left = await leaveAll(tx, gone);
  await deleteFacts(tx, gone);
  await deleteListings(tx, gone);
  const changes = factsChanges(productIds, before, after).filter((change) => change.after !== undefined);
  return applyChanges(tx, { changes, left, now: input.now });
}

/**
 * Keeps how many units of each product were sold in the last 30 days, and moves products between the collections whose
 * rule asks for it. Products that are not known yet are left out: they begin with 0.
 */
export async function setSales(
  tx: Tx,
  input: {
    readonly sales: readonly { readonly productId: string; readonly units: number }[];
    readonly now: Temporal.Instant;
  },
): Promise<Refreshed> {
  const units = new Map(input.sales.map((one) => [one.productId, one.units]));
  const productIds = distinct([...units.keys()]);
  if (productIds.length === 0) return NOTHING;
  await lockForRefresh(tx);
  const before = await lockFacts(tx, productIds);
  await deleteFacts(
    tx,
    productIds.filter((id) => !before.has(id)),
  );
  const after = new Map<ProductId, ProductFacts>();
  for (const [id, facts] of before) after.set(id, { ...facts, sales_30d: [units.get(id) ?? 0] });
  const changes = factsChanges([...before.keys()], before, after);
  if (changes.length > 0) {
    await tell(tx, 'merchandising.sales_changed', { productIds: changes.map((change) => change.productId) });
  }
  return applyChanges(tx, { changes, left: [], now: input.now });
}

const NOTHING: Refreshed = { evaluated: 0, collectionIds: [], productIds: [] };

async function applyChanges(
  tx: Tx,
  input: {
    readonly changes: readonly FactsChange[];
    readonly left: Awaited<ReturnType<typeof leaveAll>>;
    readonly now: Temporal.Instant;
  },
): Promise<Refreshed> {
  const { changes, now } = input;
  const facts = changes.flatMap(({ productId, after }) => (after ? [[productId, after] as const] : []));
  await writeFacts(tx, new Map(facts));
  const questions = questionsFor(await collectionsNaming(tx, changes), changes);
  const collectionIds = questions.map((question) => question.collection.id);
  const productIds = changes.map((change) => change.productId);
  const current = questions.length > 0 ? await readMembership(tx, { collectionIds, productIds }) : [];
  const decided = decideMembership(questions, current, now);
  await enter(tx, decided.entered, now);
  await leave(tx, decided.left);
  const moved = [...decided.entered, ...decided.left, ...input.left];
  await tellMoved(tx, moved);
  return {
    evaluated: questions.length,
    collectionIds: [...new Set(moved.map((pair) => pair.collectionId))],
    productIds: [...new Set(moved.map((pair) => pair.productId))],
  };
}

function collectionsNaming(tx: Tx, changes: readonly FactsChange[]): ReturnType<typeof readRuleCollections> {
  if (changes.length === 0) return Promise.resolve([]);
  const hasNewcomer = changes.some((change) => change.before === undefined);
  const fields = [...new Set(changes.flatMap((change) => change.fields))];
  return readRuleCollections(tx, hasNewcomer ? 'any_field' : fields);
}

function distinct(ids: readonly string[]): ProductId[] {
  if (ids.length > REFRESH_LIMIT) throw new RangeError(`at most ${REFRESH_LIMIT} products a call`);
  return [...new Set(ids)].map((text) => {
    const id = parseId<'product'>(text);
    if (id === undefined) throw new TypeError(`"${text}" is no product id`);
    return id;
  });
}
