import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../../test/database.ts';
import { currencyOf, expectOk, type Result } from '../../../kernel/index.ts';
import { newId } from '../../../platform/id.ts';
import { allocate, readIncoming, readReservations, reserve, setPolicies } from '../../inventory/index.ts';
import { accountBalance, readCostLevels, shipGoods } from '../../ledger/index.ts';
import {
  addLandedCost,
  closePurchaseOrder,
  confirmPurchaseOrder,
  keepSupplierInvoice,
  readOnOrder,
  readPurchaseOrder,
  returnPurchasedGoods,
  saveSources,
  saveSupplier,
  undoReceipt,
} from '../index.ts';
import { aPurchasingShop, aSource, aSupplier, BUYER, type Come, NOW } from '../testing/a-purchasing-shop.ts';
import { readReceipts } from './store.ts';

const shop = await aPurchasingShop(await testDatabase(10), [
  'Cup',
  'Pot',
  'Spoon',
  'Fork',
  'Lid',
  'Pan',
  'Jug',
  'Bowl',
]);
const { db, write, variant, aSentOrder, receive, onHand } = shop;
const [cup, pot, spoon, fork, lid, pan, jug, bowl] = [0, 1, 2, 3, 4, 5, 6, 7].map(variant);
assert.ok(cup && pot && spoon && fork && lid && pan && jug && bowl);
const EUR = currencyOf('EUR');
const refused = (result: Result<unknown>) =>
  result.ok ? 'ok' : `${result.refusal.code} ${result.refusal.field ?? ''}`.trim();
const costOf = async (variantId: typeof cup) => (await readCostLevels(db, [variantId], EUR)).get(variantId);
const balance = (account: Parameters<typeof accountBalance>[1]) =>
  accountBalance(db, account, { currency: EUR });

test('a delivery in parts is stock, cost and books together, and what is expected is what is missing', async () => {
  const sent = await aSentOrder({
    lines: [
      { variantId: cup, quantity: 10 },
      { variantId: pot, quantity: 4 },
    ],
  });
  const part = expectOk(
    await receive(sent, [
      { received: 6, damaged: 1 },
      { received: 0, wrong: 2 },
    ]),
  );
  assert.deepEqual([part.order.state, await onHand(cup), await onHand(pot)], ['partly_received', 6, 0]);
  assert.deepEqual(await costOf(cup), { quantity: 6n, valueMinor: 3_000n });
  assert.equal(await balance('goods_received'), -3_000n);
  const coming = await readIncoming(db, [cup, pot]);
  assert.deepEqual(
    [cup, pot].map((id) => coming.get(id)?.[0]?.quantity),
    [4, 4],
  );
  assert.equal((await readOnOrder(db, [cup])).get(cup)?.[0]?.quantity, 4);
  const rest = expectOk(await receive(sent, [{ received: 4 }, { received: 4 }]));
  assert.deepEqual([rest.order.state, rest.receipt.number], ['received', 2]);
  assert.equal((await readIncoming(db, [cup])).size, 0);
  assert.deepEqual(
    await readReceipts(db, sent.id).then((some) => some.map(({ lines }) => lines.length)),
    [2, 2],
  );
});

test('of two who receive the same delivery one takes it in and the other is told what was', async () => {
  const sent = await aSentOrder({ lines: [{ variantId: spoon, quantity: 5 }] });
  const both = await Promise.all([1, 2].map(() => receive(sent, [{ received: 5 }], { reference: 'LS-1' })));
  assert.deepEqual(both.map((one) => expectOk(one).isNew).toSorted(), [false, true]);
  assert.equal(await onHand(spoon), 5);
  assert.equal(refused(await receive(sent, [{ received: 5 }])), 'wrong_state id');
});

test('more than is open is refused until somebody says that it is taken; halves and nothing always are', async () => {
  const sent = await aSentOrder({ lines: [{ variantId: fork, quantity: 5 }] });
  const rows: readonly (readonly [Come, string])[] = [
    [{ received: 6 }, 'more_than_open lines[0].received'],
    [{ received: 1.5 }, 'not_a_quantity lines[0].received'],
    [{ received: 1, damaged: -1 }, 'not_a_quantity lines[0].damaged'],
    [{ received: 0 }, 'nothing_came lines'],
  ];
  for (const [come, expected] of rows) assert.equal(refused(await receive(sent, [come])), expected);
  assert.equal(await onHand(fork), 0);
  const over = expectOk(await receive(sent, [{ received: 6 }], { takesMore: true }));
  assert.deepEqual([over.order.state, over.order.lines[0]?.received], ['received', 6]);
});

test('those who wait for goods get them in the order in which they were promised', async () => {
  const policy = { variantId: lid, isTracked: true, mayBackorder: true, lowStockAt: undefined };
  await write((tx) => setPolicies(tx, [policy]));
  const waiting: ReturnType<typeof newId<'order'>>[] = [];
  for (const quantity of [3, 2, 4]) {
    const owner = newId<'order'>();
    waiting.push(owner);
    const held = await write((tx) =>
      reserve(tx, {
        owner,
        demand: [{ variantId: lid, quantity }],
        expiresAt: NOW.add({ hours: 1 }),
        now: NOW,
      }),
    );
    expectOk(held);
    await write((tx) => allocate(tx, { owner, now: NOW }));
  }
  const sent = await aSentOrder({ lines: [{ variantId: lid, quantity: 4 }] });
  expectOk(await receive(sent, [{ received: 4 }]));
  const served = await Promise.all(
    waiting.map(async (owner) =>
      (await readReservations(db, { owner }))
        .filter(({ isBackorder }) => !isBackorder)
        .reduce((sum, { quantity }) => sum + quantity, 0),
    ),
  );
  assert.deepEqual(served, [3, 1, 0]);
});

test('a receipt by mistake is taken back whole, once, and only while its goods are there', async () => {
  const sent = await aSentOrder({ lines: [{ variantId: pan, quantity: 8 }] });
  const before = await balance('goods_received');
  const { receipt } = expectOk(await receive(sent, [{ received: 8 }], { reference: 'LS-2' }));
  const undo = () => write((tx) => undoReceipt(tx, { id: receipt.id, ...BUYER }));
  const undone = expectOk(await undo());
  assert.deepEqual([undone.state, undone.lines[0]?.received, await onHand(pan)], ['sent', 0, 0]);
  assert.deepEqual(
    [await costOf(pan), await balance('goods_received')],
    [{ quantity: 0n, valueMinor: 0n }, before],
  );
  assert.equal((await readIncoming(db, [pan])).get(pan)?.[0]?.quantity, 8);
  assert.equal(refused(await undo()), 'wrong_state id');
  const again = expectOk(await receive(sent, [{ received: 8 }], { reference: 'LS-2' }));
  const held = { owner: newId<'order'>(), demand: [{ variantId: pan, quantity: 3 }], now: NOW };
  expectOk(await write((tx) => reserve(tx, { ...held, expiresAt: NOW.add({ hours: 1 }) })));
  assert.equal(
    refused(await write((tx) => undoReceipt(tx, { id: again.receipt.id, ...BUYER }))),
    'already_sold id',
  );
  assert.equal(await onHand(pan), 8);
});

test('freight known before the goods comes with them part by part, and all of it with what came of a closed order', async () => {
  const sent = await aSentOrder({
    lines: [
      { variantId: jug, quantity: 3 },
      { variantId: bowl, quantity: 3 },
    ],
  });
  const cost = (reference: string, amountMinor: bigint, spreadBy: 'value' | 'weight') =>
    write((tx) =>
      addLandedCost(tx, { id: sent.id, kind: 'freight', spreadBy, amountMinor, reference, ...BUYER }),
    );
  expectOk(await cost('F-1', 1_000n, 'value'));
  expectOk(await cost('F-1', 1_000n, 'value'));
  assert.equal(await balance('freight_accrued'), 0n);
  expectOk(await receive(sent, [{ received: 2 }, { received: 0 }]));
  assert.deepEqual(await costOf(jug), { quantity: 2n, valueMinor: 1_000n + 333n });
  expectOk(await receive(sent, [{ received: 0 }, { received: 1 }]));
  assert.deepEqual(await costOf(bowl), { quantity: 1n, valueMinor: 500n + 167n });
  // One jug is sold before the order is closed: its part of what comes later is cost of goods.
  const items = [{ variantId: jug, quantity: 1 }];
  await write((tx) =>
    shipGoods(tx, { currency: EUR, reference: newId(), orderId: newId(), items, now: NOW }),
  );
  const sold = await balance('cost_variances');
  expectOk(await write((tx) => closePurchaseOrder(tx, { id: sent.id, ...BUYER })));
  assert.equal(await balance('freight_accrued'), -1_000n);
  const [jugs, bowls] = [await costOf(jug), await costOf(bowl)];
  const moved = (await balance('cost_variances')) - sold;
  // Closed: 2 of the jugs bear 667, the bowl 333; 334 more on two jugs of which one is left.
  assert.deepEqual([jugs?.valueMinor, bowls?.valueMinor, moved], [666n + 167n, 833n, 167n]);
  const dozen = await write((tx) =>
    addLandedCost(tx, {
      id: sent.id,
      kind: 'duty',
      spreadBy: 'volume',
      amountMinor: 1n,
      reference: 'D',
      ...BUYER,
    }),
  );
  assert.equal(refused(dozen), 'not_measured lines[0]');
});

test('what the supplier says will not come after all closes the order, and what came bears the whole freight', async () => {
  const sent = await aSentOrder({ lines: [{ variantId: pot, quantity: 4 }] });
  const freight = {
    kind: 'freight' as const,
    spreadBy: 'pieces' as const,
    amountMinor: 100n,
    reference: 'F-2',
  };
  expectOk(await write((tx) => addLandedCost(tx, { id: sent.id, ...freight, ...BUYER })));
  const before = (await costOf(pot))?.valueMinor ?? 0n;
  expectOk(await receive(sent, [{ received: 3 }]));
  assert.equal((await costOf(pot))?.valueMinor, before + 1_500n + 75n);
  const lines = sent.lines.map(({ id: lineId }) => ({ lineId, quantity: 3 }));
  const confirmed = await write((tx) => confirmPurchaseOrder(tx, { id: sent.id, lines, ...BUYER }));
  assert.equal(expectOk(confirmed).state, 'received');
  assert.equal((await costOf(pot))?.valueMinor, before + 1_500n + 100n);
});

test('an invoice is matched with order and receipt, and what goes back is credited', async () => {
  const own = await aSentOrder({ lines: [{ variantId: variant(0), quantity: 1 }] });
  const half = await receive(own, [{ received: 1 }], { rateE10: 5_000_000_000n });
  assert.equal(half.ok ? 'ok' : half.refusal.code, 'not_a_rate', 'a euro is a euro');
  const cheap = { draft: aSupplier({ name: 'Half', rateE10: 5_000_000_000n }), now: NOW };
  assert.equal((await write((tx) => saveSupplier(tx, cheap))).ok, false);
  const draft = aSupplier({ name: 'Overseas', currency: currencyOf('USD'), rateE10: 9_000_000_000n });
  const far = expectOk(await write((tx) => saveSupplier(tx, { draft, now: NOW })));
  const sources = [aSource(cup, { breaks: [{ from: 1, priceMinor: 1_000n, perQuantity: 1 }] })];
  expectOk(await write((tx) => saveSources(tx, { supplierId: far.id, sources })));
  const before = { stock: await costOf(cup), received: await balance('goods_received') };
  const sent = await aSentOrder({ supplierId: far.id, lines: [{ variantId: cup, quantity: 10 }] });
  const { order: got } = expectOk(await receive(sent, [{ received: 10 }], { rateE10: 9_200_000_000n }));
  assert.equal((await costOf(cup))?.valueMinor, (before.stock?.valueMinor ?? 0n) + 9_200n);
  const [line] = got.lines;
  assert.ok(line);
  const invoice = (quantity: number, valueMinor: bigint, acceptsPrices = false) =>
    write((tx) =>
      keepSupplierInvoice(tx, {
        ...{
          id: sent.id,
          number: `R-${quantity}-${valueMinor}`,
          invoicedOn: Temporal.PlainDate.from('2026-12-01'),
        },
        ...{
          lines: [{ lineId: line.id, quantity, valueMinor }],
          rateE10: 9_100_000_000n,
          acceptsPrices,
          ...BUYER,
        },
      }),
    );
  assert.equal(refused(await invoice(11, 11_000n)), 'does_not_match lines[0].quantity');
  assert.equal(refused(await invoice(8, 8_100n)), 'does_not_match lines[0].value');
  const kept = expectOk(await invoice(8, 8_100n, true));
  assert.deepEqual(
    [kept.differences, kept.invoice.dueOn.toString()],
    [[{ lineId: line.id, kind: 'price_higher', by: 100n }], '2026-12-31'],
  );
  // 8 came in at 73.60 and are invoiced at 73.71: 0.91 of price, the rest is the rate.
  assert.equal(await balance('payables'), -7_371n);
  assert.equal(await balance('exchange_differences'), 7_371n - 7_360n - 91n);
  assert.equal((await balance('goods_received')) - before.received, -1_840n);
  const back = (quantity: number) =>
    write((tx) =>
      returnPurchasedGoods(tx, {
        ...{ id: sent.id, reason: 'damaged' as const, reference: `B-${quantity}`, ...BUYER },
        lines: [{ lineId: line.id, quantity }],
      }),
    );
  assert.equal(refused(await back(11)), 'more_than_received lines[0].quantity');
  const pieces = await onHand(cup);
  expectOk(await back(3));
  expectOk(await back(3));
  assert.equal(await onHand(cup), pieces - 3);
  // Two were not invoiced yet, one was, at an eighth of 73.71: nothing waits for an invoice, and 9.21 are owed less.
  assert.equal(await balance('goods_received'), before.received);
  assert.equal(await balance('payables'), -7_371n + 921n);
  assert.equal((await readPurchaseOrder(db, sent.id))?.lines[0]?.returned, 3);
  assert.equal(refused(await invoice(1, 1_000n)), 'does_not_match lines[0].quantity');
});

test('after all of that the cost levels are the inventory account, and nothing of the books is open by a unit', async () => {
  const { rows: levels } = await sql<{ value: bigint; pieces: bigint }>`
    select sum(value_minor)::bigint as value, sum(quantity)::bigint as pieces from ledger.cost_level`.execute(
    db,
  );
  assert.equal(levels[0]?.value, await balance('inventory'));
  const { rows: open } = await sql<{ sum: bigint }>`
    select coalesce(sum(amount_minor), 0)::bigint as sum from ledger.posting`.execute(db);
  assert.equal(open[0]?.sum, 0n);
});
