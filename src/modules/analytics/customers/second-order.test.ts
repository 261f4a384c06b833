import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectOk } from '../../../kernel/index.ts';
import { drillReport } from '../reports/drill.ts';
import { runReport } from '../reports/run-report.ts';
import { aWarehouse, linesOf, span } from '../testing/a-warehouse.ts';
import { anEntry, anOrder } from '../testing/planted.ts';
import { askSecondOrder } from './ask-customers.ts';

const YEAR = span('2026-01-01', '2026-12-31');

// Remission of leukaemia under 6-MP in weeks (Freireich and others 1963, Blood 21), which every text book on survival has:
// here days until the second order; who is still waited for is watched until the end, 27 November 2026.
const EVENTS = [6, 6, 6, 7, 10, 13, 16, 22, 23];
const CENSORED = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];
const TODAY = Temporal.PlainDate.from('2026-11-27');

const shop = await aWarehouse(({ orders, entries }) => {
  const sell = (orderId: string, customerKey: string | undefined, day: Temporal.PlainDate) => {
    orders.set(orderId, anOrder({ orderId, customerKey }));
    entries.push(anEntry({ orderId, at: `${day}T12:00:00Z`, grossMinor: 1_000n, quantity: 1 }));
  };
  for (const [place, days] of EVENTS.entries()) {
    const first = TODAY.subtract({ days: 40 });
    sell(`e${place}-1`, `again-${place}`, first);
    sell(`e${place}-2`, `again-${place}`, first.add({ days }));
  }
  for (const [place, days] of CENSORED.entries())
    sell(`c${place}`, `once-${place}`, TODAY.subtract({ days }));
  sell('guest', undefined, TODAY);
});

test('the curve is that of Kaplan and Meier, open ones censored, with its median', async () => {
  const { second } = expectOk(await askSecondOrder(shop, { span: YEAR }));
  assert.deepEqual([second.customers, second.again], [21, 9]);
  // The published estimates: 0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448 without the event.
  assert.deepEqual(
    second.curve.map(({ days, share, watched }) => `${days} ${(1 - share).toFixed(3)} ${watched}`),
    ['6 0.857 21', '7 0.807 17', '10 0.753 15', '13 0.690 12', '16 0.627 11', '22 0.538 7', '23 0.448 6'],
  );
  assert.deepEqual([second.median.estimate, second.median.low], [23, 13]);
  assert.ok(second.curve.every(({ low, share, high }) => low <= share && share <= high));
  assert.equal(second.within[0]?.days, 30);
  assert.equal(second.within[0]?.share.toFixed(3), '0.552');
  assert.equal(second.within.length, 1, 'nobody was watched for longer than 40 days');
});

test('repeat rate is of customers, returning share of orders; guests without an address are in neither', async () => {
  const { second } = expectOk(await askSecondOrder(shop, { span: YEAR }));
  assert.equal(second.repeatRate?.estimate, 9 / 21);
  assert.equal(second.returningShare?.estimate, 9 / 30);
  // Who ordered first before the span has ordered once in it, and returns.
  const later = span(TODAY.subtract({ days: 30 }).toString(), TODAY.toString());
  const after = expectOk(await askSecondOrder(shop, { span: later }));
  assert.ok((after.second.returningShare?.estimate ?? 0) > (after.second.repeatRate?.estimate ?? 1));
});

test('what comes after the end of the span is not known yet', async () => {
  const early = { from: YEAR.from, to: TODAY.subtract({ days: 33 }) };
  const { second } = expectOk(await askSecondOrder(shop, { span: early }));
  // Six, seven days after the first at most were watched: 40 days ago until 33 days ago.
  assert.deepEqual(
    second.curve.map(({ days }) => days),
    [6, 7],
  );
});

test('nobody: no curve, no rates, no median', async () => {
  const { second } = expectOk(await askSecondOrder(shop, { span: span('2020-01-01', '2020-02-01') }));
  assert.deepEqual([second.customers, second.curve, second.repeatRate], [0, [], undefined]);
  assert.equal(second.median.estimate, undefined);
});

test('a span that ends before it begins is refused', async () => {
  const refused = await askSecondOrder(shop, { span: span('2026-02-01', '2026-01-01') });
  assert.equal(refused.ok || refused.refusal.code, 'invalid_span');
});

test('second orders by how long they took, and the orders behind', async () => {
  const { rows, totals } = await linesOf(shop, 'second_orders', { span: YEAR }, [
    'customers',
    'days_to_second',
  ]);
  assert.deepEqual(rows, ['0-7  4 6.25', '8-30  5 16.8', 'none  12 null']);
  assert.deepEqual(totals, [` 21 ${109 / 9}`]);
  const row = { of: { after: '0-7' } };
  const found = expectOk(await drillReport(shop, 'second_orders', { span: YEAR, row, limit: 9 }));
  assert.deepEqual(found, ['e0-2', 'e1-2', 'e2-2', 'e3-2']);
  assert.ok(expectOk(await runReport(shop, 'second_orders', { span: YEAR })).measures.length > 0);
});
