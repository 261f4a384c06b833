import assert from 'node:assert/strict';
import { test } from 'node:test';
import { currencyOf, expectOk } from '../../src/kernel/index.ts';
import { editProduct, readProducts, readSellables, type VariantId } from '../../src/modules/catalog/index.ts';
import {
  approveDecision,
  type Decision,
  type Edits,
  editDecision,
  lookFor,
  readDecisions,
  readLooks,
  readSetting,
  saveEconomics,
  undoDecision,
} from '../../src/modules/decisions/index.ts';
import { builtInKinds } from '../../src/modules/decisions/kinds/built-in.ts';
import { reorderProposal } from '../../src/modules/decisions/kinds/reorder-proposal.ts';
import { kindOf } from '../../src/modules/decisions/registry.ts';
import { followProducts, moveStock } from '../../src/modules/inventory/index.ts';
import { setPrices } from '../../src/modules/pricing/index.ts';
import { readOnOrder, saveSources } from '../../src/modules/purchasing/index.ts';
import { aPurchasingShop, aSource, NOW } from '../../src/modules/purchasing/testing/a-purchasing-shop.ts';
import { reviewAllNeeds } from '../../src/modules/replenishment/index.ts';
import { transactOrRefuse } from '../../src/platform/database/index.ts';
import { testDatabase } from '../database.ts';
import { keepForecast } from './forecast-of.ts';

const EUR = currencyOf('EUR');
const titles = ['Cup', 'Pot', 'Jug', 'Bowl'];
const shop = await aPurchasingShop(await testDatabase(8), titles);
const { db, write, variant, main, supplier } = shop;
const [cup, pot, jug, bowl] = titles.map((_, index) => variant(index));
assert.ok(cup && pot && jug && bowl);
const runAsk: Parameters<typeof builtInKinds>[0]['runAsk'] = async () => {
  throw new Error('nobody asks the warehouse here');
};
const kinds = builtInKinds({ runAsk });
const reorder = kindOf(kinds, 'reorder');
const doing = { by: 'staff:ada', now: NOW };

const packs = new Map([[pot, 6]]);
expectOk(
  await write((tx) =>
    saveSources(tx, {
      supplierId: supplier.id,
      sources: [cup, pot, jug].map((id) => aSource(id, { packSize: packs.get(id) ?? 1 })),
    }),
  ),
);
await write((tx) =>
  setPrices(tx, {
    prices: [cup, pot, jug, bowl].map((variantId) => {
      return { variantId, currency: EUR, amountMinor: 1_500n, compareAtMinor: undefined };
    }),
    ...{ now: NOW.subtract({ hours: 24 * 90 }), reason: 'test' },
  }),
);
for (const [id, perWeek] of [
  [cup, 7],
  [pot, 5],
  [jug, 3],
  [bowl, 4],
] as const) {
  await keepForecast(db, { variantId: id, perWeek, firstDay: '2026-11-23' });
  await putOnSale(id);
  await write(async (tx) => {
    const moves = [{ variantId: id, quantity: 4, locationId: main }];
    expectOk(await moveStock(tx, { moves, now: NOW, reason: 'received', reference: 't', actor: 'staff:a' }));
  });
}
const { economics } = await readSetting(db);
await write((tx) => saveEconomics(tx, { ...economics, attentionMinor: 0n }));
await reviewAllNeeds(db, { now: NOW, signal: new AbortController().signal });

/** Nothing of theirs is worth asking by itself, and all of them together are. */
const find = async (): Promise<Decision> => {
  await lookFor(db, { ...reorder, propose: (context) => reorder.propose(asWorth(context)) }, NOW);
  const [found, ...others] = await readDecisions(db, {
    kind: 'reorder',
    states: ['proposed', 'edited'],
    limit: 9,
  });
  assert.ok(found && others.length === 0);
  return found;
};
const asWorth = (context: Parameters<typeof reorder.propose>[0]) => ({
  ...context,
  economics: { ...context.economics, attentionMinor: 10_000_000n },
});
const edit = ({ id }: Decision, edits: Edits) =>
  transactOrRefuse(db, (tx) => editDecision(tx, kinds, { id, edits, ...doing }));
const quantities = ({ proposal }: Decision) =>
  new Map<VariantId, number>(
    reorderProposal.parse(proposal).lines.map(({ variantId, quantity }) => [variantId, quantity]),
  );
const onOrder = async () => {
  const all = await readOnOrder(db, [cup, pot, jug]);
  return [cup, pot, jug].map((id) => (all.get(id) ?? []).reduce((sum, { quantity }) => sum + quantity, 0));
};
const figure = ({ evidence }: Decision, key: string) =>
  evidence.figures.find((one) => one.key === key)?.value;

test('small needs of a supplier are one decision, a line each, with what each brings as a chart', async () => {
  const decision = await find();
  assert.deepEqual([decision.subject.type, decision.subject.label], ['supplier', supplier.name]);
  const lines = decision.fields.filter(({ label }) => label !== undefined);
  assert.deepEqual(new Set(lines.map(({ label }) => label)), new Set(['Cup', 'Pot', 'Jug', 'Bowl']));
  assert.deepEqual(
    lines.find(({ label }) => label === 'Pot'),
    {
      ...{ key: pot, label: 'Pot', unit: 'count', isEditable: true, least: '0', step: '6' },
      ...{
        value: String(quantities(decision).get(pot)),
        most: String((quantities(decision).get(pot) ?? 0) * 10),
      },
    },
  );
  const { chart } = decision.evidence;
  assert.ok(chart?.kind === 'goods' && chart.labels?.length === 4);
  const values = chart.series[0]?.values ?? [];
  assert.equal(BigInt(values.reduce((sum, value) => sum + value, 0)), decision.predicted.valueMinor);
  assert.deepEqual(
    values,
    values.toSorted((a, b) => b - a),
  );
  assert.ok((decision.risk.chance ?? 0) > 0 && (decision.risk.chance ?? 1) < 1);
  assert.ok(decision.predicted.lowMinor < decision.predicted.valueMinor);
});

test('a line is changed or taken out where it stands, and all that is said of it is reckoned anew', async () => {
  const before = await find();
  const had = quantities(before);
  const without = expectOk(await edit(before, { [cup]: '0' }));
  assert.equal(without.state, 'edited');
  assert.equal(quantities(without).get(cup), 0, 'it stays in the list, to be put in again');
  assert.ok(without.predicted.valueMinor < before.predicted.valueMinor);
  const width = ({ predicted: { lowMinor, highMinor } }: Decision) => highMinor - lowMinor;
  assert.ok(width(without) < width(before), 'fewer goods are less uncertain');
  assert.ok(without.waitCostMinorPerDay < before.waitCostMinorPerDay);
  assert.deepEqual([figure(before, 'variants'), figure(without, 'variants')], ['4', '3']);
  assert.ok(!without.evidence.chart?.labels?.includes('Cup') && without.evidence.chart?.labels?.length === 3);
  const half = expectOk(await edit(before, { [jug]: '1' }));
  assert.ok(half.predicted.valueMinor < without.predicted.valueMinor, 'one jug serves fewer');
  const back = expectOk(await edit(before, { [cup]: String(had.get(cup)), [jug]: String(had.get(jug)) }));
  assert.deepEqual(back.predicted, before.predicted, 'put in again it is what it was');
  const most = expectOk(await edit(before, { [jug]: String((had.get(jug) ?? 0) + 20) }));
  assert.ok(most.predicted.valueMinor < before.predicted.valueMinor, 'what nobody wants costs its keeping');
  assert.equal((await find()).id, before.id, 'a look leaves what somebody changed as it is');
});

test('an edit that cannot be is refused with the line it is about', async () => {
  const decision = await find();
  const refusal = async (edits: Edits) => {
    const done = await edit(decision, edits);
    assert.ok(!done.ok);
    return [done.refusal.code, done.refusal.field];
  };
  assert.deepEqual(await refusal({ [pot]: '7' }), ['invalid_edit', `fields.${pot}`]);
  assert.deepEqual(await refusal({ [cup]: '1000000' }), ['invalid_edit', `fields.${cup}`]);
  assert.deepEqual(await refusal({ [cup]: '-1' }), ['invalid_edit', `fields.${cup}`]);
  const none = { [cup]: '0', [pot]: '0', [jug]: '0', [bowl]: '0' };
  assert.deepEqual(await refusal(none), ['not_enough', undefined]);
});

test('what stays in it is ordered, what was taken out is not, and all of it is taken off again', async () => {
  const decision = await find();
  expectOk(await edit(decision, { [cup]: '0', [pot]: '12', [jug]: '2', [bowl]: '0' }));
  expectOk(await approveDecision(db, kinds, { id: decision.id, ...doing }));
  assert.deepEqual(await onOrder(), [0, 12, 2]);
  expectOk(await transactOrRefuse(db, (tx) => undoDecision(tx, kinds, { id: decision.id, ...doing })));
  assert.deepEqual(await onOrder(), [0, 0, 0]);
});

test('goods that nobody has said the cost of are named, and no need of theirs is valued as if they were free', async () => {
  const free = aSource(bowl, { breaks: [{ from: 1, priceMinor: 0n, perQuantity: 1 }] });
  expectOk(await write((tx) => saveSources(tx, { supplierId: supplier.id, sources: [free] })));
  const decision = await find();
  assert.equal(quantities(decision).has(bowl), false);
  const look = (await readLooks(db)).find(({ kind }) => kind === 'reorder');
  assert.deepEqual(
    [look?.costUnknown.count, look?.costUnknown.of],
    [1, [{ type: 'variant', id: bowl, label: 'Bowl' }]],
  );
});

async function putOnSale(id: VariantId): Promise<void> {
  await write(async (tx) => {
    const sellable = (await readSellables(tx, [id])).get(id);
    assert.ok(sellable);
    const [product] = await readProducts(tx, [sellable.productId]);
    assert.ok(product);
    const given = {
      id: product.id,
      expectedVersion: product.version,
      cause: 'test',
      actor: 'test',
      now: NOW,
    };
    expectOk(await editProduct(tx, { ...given, draft: { status: 'active' } }));
    await followProducts(tx, [product.id]);
  });
}
