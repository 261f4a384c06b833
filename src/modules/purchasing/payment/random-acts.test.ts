import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../../test/database.ts';
import { currencyOf, expectOk, type Result } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import { accountBalance, shipGoods, trialBalance } from '../../ledger/index.ts';
import {
  addLandedCost,
  approvePurchaseOrder,
  cancelPurchaseOrder,
  closePurchaseOrder,
  confirmPurchaseOrder,
  createPurchaseOrder,
  keepCharges,
  keepSupplierInvoice,
  listAwaitedCosts,
  listPayables,
  listPurchaseOrders,
  listSupplierPayments,
  openOf,
  type PurchaseOrder,
  paySupplier,
  readDossier,
  receivePurchaseOrder,
  returnPurchasedGoods,
  saveSources,
  saveSupplier,
  sendPurchaseOrder,
  undoCharges,
  undoLandedCost,
  undoReceipt,
  undoSupplierInvoice,
  undoSupplierPayment,
  undoSupplierReturn,
} from '../index.ts';
import { aPurchasingShop, aSource, aSupplier, BUYER, NOW } from '../testing/a-purchasing-shop.ts';
import { dice } from '../testing/dice.ts';
import { PURCHASING_LAWS } from '../testing/purchasing-laws.ts';

const ACTS = 350;
const EUR = currencyOf('EUR');
const shop = await aPurchasingShop(await testDatabase(10), ['Cup', 'Pot', 'Spoon']);
const { db, write, variant, main } = shop;
const variants = [0, 1, 2].map(variant);

const below = dice(20_261_128);
const one = <Of>(of: readonly Of[]): Of | undefined => of[below(Math.max(of.length, 1))];
const minor = (most: number) => BigInt(1 + below(most));

async function suppliersToDealWith() {
  const terms = { discountMillionths: 30_000, discountDays: 20 };
  const overseas = { name: 'Overseas', currency: currencyOf('USD'), rateE10: 9_123_456_789n, ...terms };
  const carrier = { name: 'Carrier', currency: currencyOf('JPY'), rateE10: 61_234_567n };
  const made = [];
  for (const draft of [aSupplier(overseas), aSupplier(carrier)]) {
    made.push(expectOk(await write((tx) => saveSupplier(tx, { draft, now: NOW }))));
  }
  const [far, lorry] = made;
  assert.ok(far && lorry);
  const breaks = [{ from: 1, priceMinor: 1_250n, perQuantity: 7 }];
  const sources = variants.map((id) => aSource(id, { breaks }));
  expectOk(await write((tx) => saveSources(tx, { supplierId: far.id, sources })));
  return { buysFrom: [shop.supplier.id, far.id], lorry: lorry.id };
}

const { buysFrom, lorry } = await suppliersToDealWith();
const orders = (states: readonly PurchaseOrder['state'][]) => listPurchaseOrders(db, { states, limit: 50 });
const COME = ['partly_received', 'received', 'closed_short'] as const;

type Act = () => Promise<Result<unknown> | undefined>;
const done = <Value>(run: (tx: Tx) => Promise<Result<Value>>) => write(run);

async function orderSome() {
  const supplierId = one(buysFrom) ?? shop.supplier.id;
  const lines = variants.slice(below(3)).map((variantId) => ({ variantId, quantity: 1 + below(40) }));
  return done(async (tx) => {
    const made = await createPurchaseOrder(tx, { supplierId, locationId: main, lines, ...BUYER });
    if (!made.ok) return made;
    const { id } = made.value;
    await approvePurchaseOrder(tx, { id, limitMinor: undefined, ...BUYER });
    return sendPurchaseOrder(tx, { id, mail: false, ...BUYER });
  });
}

/** Rates move, but that of the shop's own currency. */
const movedBy = ({ currency }: PurchaseOrder) => (currency === EUR ? 0n : BigInt(below(9) * 10_000_000));

async function receive() {
  const order = one(await orders(['sent', 'confirmed', 'partly_received']));
  if (order === undefined) return undefined;
  const lines = order.lines.map(({ id: lineId, quantity, received }) => ({
    ...{ lineId, received: below(3) === 0 ? quantity - received : below(quantity - received + 2) },
    damaged: below(2),
  }));
  const sound = lines.map((line) => ({ ...line, received: Math.max(line.received, 0) }));
  const rateE10 = order.rateE10 + movedBy(order);
  const more = { lines: sound, reference: newId(), rateE10, takesMore: true };
  return done((tx) => receivePurchaseOrder(tx, { id: order.id, ...more, ...BUYER }));
}

async function undoOneReceipt() {
  const order = one(await orders(COME));
  const receipt = order && one((await readDossier(db, order, NOW)).receipts);
  return receipt && done((tx) => undoReceipt(tx, { id: receipt.id, ...BUYER }));
}

async function addCost() {
  const order = one(await orders(['sent', 'confirmed', ...COME]));
  const about = { kind: one(['freight', 'duty', 'fees'] as const) ?? 'fees', reference: newId() };
  const spreadBy = one(['value', 'weight', 'pieces'] as const) ?? 'value';
  return (
    order &&
    done((tx) => addLandedCost(tx, { id: order.id, ...about, spreadBy, amountMinor: minor(5_000), ...BUYER }))
  );
}

async function undoOneCost() {
  const order = one(await orders(['sent', 'confirmed', ...COME]));
  const cost = order && one((await readDossier(db, order, NOW)).costs);
  return cost && done((tx) => undoLandedCost(tx, { id: cost.id, ...BUYER }));
}

async function invoice() {
  const order = one(await orders(COME));
  if (order === undefined) return undefined;
  const expected = (await readDossier(db, order, NOW)).costs.filter(
    ({ clearedBy, undone }) => clearedBy === undefined && undone === undefined,
  );
  const lines = order.lines.map(({ id: lineId, received }) => {
    return { lineId, quantity: 1 + below(Math.max(received, 1)), valueMinor: minor(30_000) };
  });
  const chargesMinor = below(2) === 0 ? 0n : minor(3_000);
  const cleared = chargesMinor > 0n && below(2) === 0 ? expected.slice(0, 1 + below(2)) : [];
  return done((tx) =>
    keepSupplierInvoice(tx, {
      ...{ id: order.id, number: newId(), invoicedOn: Temporal.PlainDate.from('2026-12-01') },
      ...{ lines, chargesMinor, taxMinor: minor(900), acceptsPrices: true },
      ...{ rateE10: order.rateE10 - movedBy(order), ...BUYER },
      expectedCostIds: cleared.map(({ id }) => id),
    }),
  );
}

async function undoOneInvoice() {
  const order = one(await orders(COME));
  const invoiced = order && one((await readDossier(db, order, NOW)).invoices);
  return invoiced && done((tx) => undoSupplierInvoice(tx, { id: invoiced.id, ...BUYER }));
}

async function charge() {
  const costs = await listAwaitedCosts(db, { limit: 20 });
  const some = costs.filter(() => below(3) === 0);
  const lines = some.map(({ id: costId }) => ({ costId, amountMinor: minor(900_000) }));
  const number = newId();
  const [otherMinor, taxMinor] = [BigInt(below(2) * 700), minor(5_000)];
  const about = { supplierId: lorry, number, invoicedOn: Temporal.PlainDate.from('2026-12-02') };
  return done((tx) => keepCharges(tx, { ...about, lines, otherMinor, taxMinor, ...BUYER }));
}

async function undoOneCharge() {
  const payables = await listPayables(db, { supplierId: lorry, isOpen: false, limit: 50 });
  const payable = one(payables);
  return payable && done((tx) => undoCharges(tx, { id: payable.id, ...BUYER }));
}

async function pay() {
  const supplierId = one([...buysFrom, lorry]) ?? lorry;
  const open = await listPayables(db, { supplierId, isOpen: true, limit: 50 });
  const lines = open
    .filter(() => below(2) === 0)
    .map((payable) => {
      const left = openOf(payable) < 0n ? -openOf(payable) : openOf(payable);
      const most = payable.discountMinor - payable.discountedMinor;
      const discountMinor = payable.kind === 'credit' || below(4) === 0 || most > left ? 0n : most;
      const whole = left - discountMinor;
      return { payableId: payable.id, discountMinor, amountMinor: below(3) > 0 ? whole : whole / 3n };
    });
  const about = { supplierId, paidOn: Temporal.PlainDate.from('2026-12-15'), reference: newId(), lines };
  return done((tx) => paySupplier(tx, { ...about, ...BUYER }));
}

async function undoOnePayment() {
  const payment = one(await listSupplierPayments(db, { limit: 50 }));
  return payment && done((tx) => undoSupplierPayment(tx, { id: payment.id, ...BUYER }));
}

async function sendBack() {
  const order = one(await orders(COME));
  const line = order && one(order.lines);
  if (order === undefined || line === undefined) return undefined;
  const lines = [{ lineId: line.id, quantity: 1 + below(Math.max(line.received - line.returned, 1)) }];
  const about = { id: order.id, reason: 'damaged', reference: newId() } as const;
  const taxMinor = below(3) === 0 ? minor(200) : undefined;
  return done((tx) => returnPurchasedGoods(tx, { ...about, lines, taxMinor, ...BUYER }));
}

async function undoOneReturn() {
  const order = one(await orders(COME));
  const back = order && one((await readDossier(db, order, NOW)).returns);
  return back && done((tx) => undoSupplierReturn(tx, { id: back.id, ...BUYER }));
}

async function sell() {
  const items = [{ variantId: one(variants) ?? variant(0), quantity: 1 + below(12) }];
  await write((tx) =>
    shipGoods(tx, { currency: EUR, reference: newId(), orderId: newId(), items, now: NOW }),
  );
  return undefined;
}

async function end() {
  const order = one(await orders(['sent', 'confirmed', 'partly_received']));
  if (order === undefined || below(2) === 0) return undefined;
  const { id } = order;
  if (order.state === 'partly_received') return done((tx) => closePurchaseOrder(tx, { id, ...BUYER }));
  return done((tx) => cancelPurchaseOrder(tx, { id, ...BUYER }));
}

async function confirmLess() {
  const order = one(await orders(['sent', 'confirmed', 'partly_received']));
  const line = order && one(order.lines);
  if (order === undefined || line === undefined) return undefined;
  const lines = [{ lineId: line.id, quantity: below(line.quantity + 1) }];
  return done((tx) => confirmPurchaseOrder(tx, { id: order.id, lines, ...BUYER }));
}

const RANDOM: Readonly<Record<string, Act>> = {
  ...{ orderSome, receive, undoOneReceipt, addCost, undoOneCost, invoice, undoOneInvoice },
  ...{ charge, undoOneCharge, pay, undoOnePayment, sendBack, undoOneReturn, sell, end, confirmLess },
};
// Those without which nothing else is possible come up more often.
const DRAWN = [
  ...Object.keys(RANDOM),
  'orderSome',
  'receive',
  'receive',
  'addCost',
  'addCost',
  'charge',
  'undoOneCharge',
  'invoice',
  'invoice',
  'pay',
  'pay',
  'sendBack',
];

const LAWS = [
  ['inventory', 'what goods are valued at', `select sum(value_minor) from ledger.cost_level`],
  ...PURCHASING_LAWS,
] as const;

async function holds(after: string) {
  for (const [account, law, query] of LAWS) {
    const { rows } = await sql<{ sum: bigint }>`
      select coalesce((${sql.raw(query)}), 0)::bigint as sum`.execute(db);
    assert.equal(
      await accountBalance(db, account, { currency: EUR }),
      rows[0]?.sum,
      `${account}: ${law}, ${after}`,
    );
  }
  const { rows: drifted } = await sql`
    select payable.id from purchasing.payable left join lateral (
      select sum(paid_minor + line.discount_minor) as settled, sum(line.discount_minor) as discount,
        sum(line.settled_booked_minor) as booked
      from purchasing.payment_line line join purchasing.payment on payment.id = payment_id and payment.undone_at is null
      where payable_id = payable.id) paid on true
    where (settled_minor, discounted_minor, settled_booked_minor)
      <> (coalesce(settled, 0), coalesce(discount, 0), coalesce(booked, 0))`.execute(db);
  assert.deepEqual(drifted, [], `payables are what their payments say, ${after}`);
}

test('after each of 350 random acts payables are open invoices, accruals awaited costs, stock its cost levels', async () => {
  const happened = new Map<string, number>();
  for (let round = 0; round < ACTS; round += 1) {
    const name = one(DRAWN) ?? 'sell';
    const result = await RANDOM[name]?.();
    const outcome = result === undefined || result.ok ? name : `${name}: ${result.refusal.code}`;
    happened.set(outcome, (happened.get(outcome) ?? 0) + 1);
    await holds(`act ${round}, ${outcome}`);
  }
  // Each kind of act came about, and was not only refused.
  for (const name of Object.keys(RANDOM))
    assert.ok((happened.get(name) ?? 0) >= 3, `${name} of ${[...happened]}`);
  const balances = await trialBalance(db);
  assert.equal(
    balances.reduce((sum, { balanceMinor }) => sum + balanceMinor, 0n),
    0n,
  );
  const accounts = balances.map(({ account }) => account);
  for (const account of ['exchange_differences', 'early_payment_discounts', 'cost_variances', 'input_tax']) {
    assert.ok(
      accounts.some((one) => one === account),
      account,
    );
  }
});
