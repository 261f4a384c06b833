import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectOk } from '../../../kernel/index.ts';
import { runAsk } from '../explore/run-ask.ts';
import { aVisit, aWarehouse, span } from '../testing/a-warehouse.ts';
import { aLine, anEntry, anOrder, EUR, moment } from '../testing/planted.ts';
import { type ChangeAsked, explainChange } from './explain-change.ts';

type Way = {
  readonly source?: string;
  readonly device: string;
  readonly visits: number;
  readonly orders: number;
};
const WEEKS = { before: '2026-03-02', after: '2026-03-09' } as const;

// Two weeks of a shop. In the second, visits that advertisements bring buy half as often; nothing else changes. Two orders
// of each week are of nobody who could be followed, and one cup of each week comes back.
const WAYS: Readonly<Record<keyof typeof WEEKS, readonly Way[]>> = {
  before: [
    { source: 'ads', device: 'mobile', visits: 60, orders: 12 },
    { device: 'desktop', visits: 40, orders: 8 },
    { source: 'news', device: 'mobile', visits: 20, orders: 4 },
  ],
  after: [
    { source: 'ads', device: 'mobile', visits: 60, orders: 6 },
    { device: 'desktop', visits: 40, orders: 8 },
    { source: 'news', device: 'mobile', visits: 20, orders: 4 },
  ],
};

const shop = await aWarehouse(async ({ orders, entries, logPart }) => {
  for (const [week, ways] of Object.entries(WAYS)) {
    const begins = week === 'before' ? WEEKS.before : WEEKS.after;
    const at = (hour: number) => moment(`${begins}T06:00:00Z`).add({ hours: hour }).toString();
    const place = (orderId: string, when: string, number: number) => {
      const product = number % 3 === 0 ? 'hat' : 'cup';
      const buyer = { customerKey: `${orderId} buyer`, country: number % 4 === 0 ? 'FR' : 'DE' };
      orders.set(orderId, anOrder({ orderId, ...buyer, lines: [aLine(orderId, 1, product)] }));
      entries.push(anEntry({ orderId, at: when, quantity: 1, grossMinor: 5_000n, discountMinor: 333n }));
      entries.push(anEntry({ orderId, at: when, kind: 'cost', costMinor: 2_000n }));
    };
    const events = ways.flatMap(({ source, device, visits, orders: bought }) =>
      Array.from({ length: visits }, (_, number) => {
        const visitor = `${week} ${source ?? 'direct'} ${number}`;
        const from = { currency: 'EUR', ...(source === undefined ? {} : { source, medium: 'cpc' }) };
        if (number >= bought) return aVisit(visitor, at(number), ['page_view'], { device, ...from });
        place(visitor, at(number), number);
        return aVisit(visitor, at(number), ['page_view', 'purchase'], { device, ...from, order_id: visitor });
      }).flat(),
    );
    // Who saw prices in dollars cannot have bought in euros, and is none of the visits that buyers in euros are counted among.
    const elsewhere = Array.from({ length: week === 'before' ? 10 : 90 }, (_, number) =>
      aVisit(`${week} in dollars ${number}`, at(number), ['page_view'], {
        device: 'mobile',
        currency: 'USD',
      }),
    ).flat();
    await logPart(week, [...events, ...elsewhere]);
    for (const number of [1, 2]) place(`${week} unknown ${number}`, at(30 + number), number);
    const back = { orderId: `${week} unknown 1`, at: at(100), kind: 'credit', quantity: -1 } as const;
    entries.push(anEntry({ ...back, returnsMinor: 4_667n }));
  }
});

const explain = async (of: ChangeAsked['of'], asked: Partial<ChangeAsked> = {}) =>
  expectOk(
    await explainChange(
      { runAsk: (ask) => runAsk(shop, ask) },
      { of, span: span(WEEKS.after, '2026-03-15'), compare: 'previous', currency: EUR, ...asked },
    ),
  );
const added = (parts: readonly { readonly change: bigint }[]) =>
  parts.reduce((sum, { change }) => sum + change, 0n);

for (const [of, change] of [
  // Six orders of 50.00 less 3.33 off, which had cost 20.00 each.
  ['orders', -6n],
  ['net_sales', -28_002n],
  ['contribution_margin_1', -16_002n],
] as const) {
  test(`${of}: factors and each way to tell segments apart add up to the change, and conversion is all of it`, async () => {
    const told = await explain(of);
    assert.equal(told.change, change);
    assert.equal(told.after - told.before, change);
    assert.equal(added(told.factors), change);
    for (const { segments } of told.breakdowns) assert.equal(added(segments), change);
    const moved = told.factors.filter((factor) => factor.change !== 0n);
    // Costs follow orders, returns do not: the margin of what was sold fell a little.
    assert.equal(moved[0]?.factor, 'conversion');
    assert.equal(of === 'contribution_margin_1' || moved.length === 1, true);
  });
}

test('the channel in which it was planted is named, and so is its device by nobody', async () => {
  const { findings, breakdowns } = await explain('net_sales');
  const segment = findings.find(({ kind }) => kind === 'segment');
  assert.ok(segment?.kind === 'segment');
  assert.deepEqual([segment.dimension, segment.of], ['channel', { channel: 'from ads' }]);
  const channels = breakdowns.find(({ dimension }) => dimension === 'channel')?.segments ?? [];
  const [first, ...others] = channels;
  assert.ok(first);
  const { of, volume, mix, rate } = first;
  assert.deepEqual([of, volume, mix, rate], [{ channel: 'from ads' }, 0n, 0n, -28_002n]);
  assert.ok(others.every((other) => other.change === 0n));
});

test('products are told with their titles, and orders are not told by product', async () => {
  const { breakdowns } = await explain('net_sales');
  const products = breakdowns.find(({ dimension }) => dimension === 'product')?.segments ?? [];
  assert.deepEqual(products.map(({ of }) => of['title']).toSorted(), ['cup', 'hat']);
  const ofOrders = (await explain('orders')).breakdowns.map(({ dimension }) => dimension);
  assert.deepEqual(ofOrders, ['channel', 'country', 'device', 'buyer']);
});

test('how many orders have a visit is told, and another market has nothing to explain', async () => {
  const { trackedShare } = await explain('orders');
  assert.deepEqual(trackedShare, { before: 24 / 26, after: 18 / 20 });
  const nowhere = await explain('net_sales', { market: 'us' });
  assert.deepEqual([nowhere.change, nowhere.findings.length, nowhere.breakdowns[0]?.segments], [0n, 1, []]);
});
