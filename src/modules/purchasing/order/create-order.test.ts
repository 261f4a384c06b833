import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import { currencyOf, expectOk, idFrom, type Result } from '../../../kernel/index.ts';
import { readOnOrder, readPurchaseOrder, readSources, saveSources, saveSupplier } from '../index.ts';
import { aPurchasingShop, aSource, aSupplier, NOW } from '../testing/a-purchasing-shop.ts';

const titles = ['Cup', 'Pot', 'Spoon', 'Fork', 'Lid'];
const { db, write, variant, supplier, order, other } = await aPurchasingShop(await testDatabase(8), titles);
const [cup, pot, spoon, fork, lid] = [0, 1, 2, 3, 4].map(variant);
assert.ok(cup && pot && spoon && fork && lid);
const refused = (result: Result<unknown>) =>
  result.ok ? 'ok' : `${result.refusal.code} ${result.refusal.field ?? ''}`.trim();

test('an order has the price of the list at its quantity, with breaks, and says when it is expected', async () => {
  const breaks = [
    { from: 1, priceMinor: 500n, perQuantity: 1 },
    { from: 100, priceMinor: 42_550n, perQuantity: 100 },
  ];
  const source = aSource(cup, { sku: 'TASSE-1', packSize: 12, minimumQuantity: 24, breaks });
  expectOk(await write((tx) => saveSources(tx, { supplierId: supplier.id, sources: [source] })));
  const made = expectOk(await order({ lines: [{ variantId: cup, quantity: 120 }] }));
  assert.match(made.number, /^PO-\d+$/);
  assert.deepEqual(
    [made.state, made.expectedOn?.toString(), made.lines.map((line) => [line.priceMinor, line.perQuantity])],
    ['draft', '2026-12-07', [[42_550n, 100]]],
  );
  assert.equal(made.lines[0]?.sku, 'TASSE-1');
  const few = expectOk(
    await order({ lines: [{ variantId: cup, quantity: 24, priceMinor: 480n }], locationId: other }),
  );
  assert.deepEqual(few.lines[0]?.list, { priceMinor: 500n, perQuantity: 1 });
});

test('what is in drafts is on order already, so that nothing is ordered twice', async () => {
  const made = expectOk(await order({ lines: [{ variantId: pot, quantity: 7 }] }));
  const onOrder = (await readOnOrder(db, [pot, lid])).get(pot) ?? [];
  assert.deepEqual(
    onOrder.map((one) => [
      one.purchaseOrderId,
      one.number,
      one.state,
      one.quantity,
      one.expectedOn?.toString(),
    ]),
    [[made.id, made.number, 'draft', 7, '2026-12-07']],
  );
  assert.equal((await readOnOrder(db, [lid])).has(lid), false);
});

test('the same reference orders once, also when two ask at the same time', async () => {
  const lines = [{ variantId: spoon, quantity: 5 }];
  const ask = () => order({ lines, reference: 'decision:1', mergesDrafts: true });
  const [one, two] = await Promise.all([ask(), ask()]);
  const again = expectOk(await ask());
  assert.deepEqual([expectOk(one).id, expectOk(two).id], [again.id, again.id]);
  assert.equal(again.lines.find((line) => line.variantId === spoon)?.quantity, 5);
});

test('drafts of a supplier are merged when asked, and an order that is opened again is not doubled', async () => {
  const first = expectOk(
    await order({ lines: [{ variantId: fork, quantity: 10 }], locationId: other, mergesDrafts: true }),
  );
  const lines = [
    { variantId: fork, quantity: 5 },
    { variantId: lid, quantity: 2, priceMinor: 333n },
  ];
  const merged = expectOk(await order({ lines, locationId: other, mergesDrafts: true }));
  assert.equal(merged.id, first.id);
  const quantities = (some: typeof merged.lines) => some.map((line) => [line.variantId, line.quantity]);
  const there = await readPurchaseOrder(db, merged.id);
  assert.deepEqual(quantities(there?.lines ?? []), quantities(merged.lines));
  assert.deepEqual(
    merged.lines
      .filter((line) => [fork, lid].includes(line.variantId))
      .map((line) => [line.quantity, line.priceMinor]),
    [
      [15, 500n],
      [2, 333n],
    ],
  );
});

test('what a draft has no room for begins another', async () => {
  const ask = (quantity: number) =>
    order({ lines: [{ variantId: lid, quantity, priceMinor: 1n }], locationId: other, mergesDrafts: true });
  const first = expectOk(await ask(600_000));
  const second = expectOk(await ask(600_000));
  const third = expectOk(await ask(400_000));
  assert.notEqual(second.id, first.id);
  assert.equal(third.id, second.id);
  assert.deepEqual(
    third.lines.map(({ quantity }) => quantity),
    [1_000_000],
  );
});

test('what cannot be is refused with its field, and nothing of it is kept', async () => {
  const unknown = idFrom<'variant'>(9, new Uint8Array(10));
  const dear = expectOk(
    await write((tx) => saveSupplier(tx, { draft: aSupplier({ name: 'Without list' }), now: NOW })),
  );
  const rows: readonly (readonly [Parameters<typeof order>[0], string])[] = [
    [
      {
        lines: [
          { variantId: cup, quantity: 24 },
          { variantId: lid, quantity: 2.5 },
        ],
      },
      'not_a_quantity lines[1].quantity',
    ],
    [{ lines: [{ variantId: cup, quantity: 0 }] }, 'not_a_quantity lines[0].quantity'],
    [{ lines: [{ variantId: cup, quantity: 1, priceMinor: -1n }] }, 'not_a_price lines[0].priceMinor'],
    [{ lines: [{ variantId: unknown, quantity: 1 }] }, 'unknown_variant lines[0].variantId'],
    [{ lines: [{ variantId: lid, quantity: 1 }], supplierId: dear.id }, 'no_price lines[0].priceMinor'],
    [
      {
        lines: [
          { variantId: lid, quantity: 1 },
          { variantId: lid, quantity: 1 },
        ],
      },
      'line_twice lines[1].variantId',
    ],
    [{ lines: [], locationId: idFrom<'location'>(9, new Uint8Array(10)) }, 'unknown_location locationId'],
    [{ lines: [], supplierId: idFrom<'supplier'>(9, new Uint8Array(10)) }, 'not_found supplierId'],
  ];
  const before = (await readOnOrder(db, [cup, lid])).size;
  for (const [input, expected] of rows) assert.equal(refused(await order(input)), expected);
  assert.equal((await readOnOrder(db, [cup, lid])).size, before);
});

test('sources say whom to buy from first, with terms; a minimum of theirs leaves the lead time as it is', async () => {
  const draft = aSupplier({
    ...{ name: 'Far Away', currency: currencyOf('USD'), rateE10: 9_200_000_000n, leadDays: 45 },
    ...{ orderWeekdays: [1], orderWeeks: 2, orderMinimumMinor: 50_000n, orderMinimumPieces: 100 },
  });
  const far = expectOk(await write((tx) => saveSupplier(tx, { draft, now: NOW })));
  const source = aSource(lid, { rank: 1, shelfLifeDays: 90, minimumQuantity: 500 });
  expectOk(await write((tx) => saveSources(tx, { supplierId: far.id, sources: [source] })));
  const found = (await readSources(db, [lid], NOW)).get(lid) ?? [];
  assert.deepEqual(
    found.map((one) => [
      one.supplierName,
      one.rank,
      one.leadTime.meanDays,
      one.leadTime.isAssumed,
      one.reviewDays,
    ]),
    [
      ['Potter & Daughters', 0, 10, true, 1],
      ['Far Away', 1, 45, true, 14],
    ],
  );
  assert.deepEqual(found[1]?.breaks, [{ from: 1, priceMinor: 500n, perQuantity: 1 }]);
  assert.deepEqual([found[1]?.orderMinimumMinor, found[1]?.shelfLifeDays], [50_000n, 90]);
});

test('a supplier that is not bought from any more is no source, and gets no order', async () => {
  const draft = aSupplier({ name: 'Gone', isActive: false });
  const gone = expectOk(await write((tx) => saveSupplier(tx, { draft, now: NOW })));
  expectOk(await write((tx) => saveSources(tx, { supplierId: gone.id, sources: [aSource(fork)] })));
  const names = (await readSources(db, [fork], NOW)).get(fork)?.map((one) => one.supplierName);
  assert.deepEqual(names, ['Potter & Daughters']);
  assert.equal(refused(await order({ lines: [], supplierId: gone.id })), 'supplier_inactive supplierId');
});
