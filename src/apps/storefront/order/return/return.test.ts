import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { testDatabase } from '../../../../../test/database.ts';
import { expectOk } from '../../../../kernel/index.ts';
import { defaultLocation } from '../../../../modules/inventory/index.ts';
import { issueCreditNote } from '../../../../modules/invoices/index.ts';
import {
  decideReturn,
  labelReturn,
  type OrderId,
  type ReturnId,
  readRefunds,
  readReturns,
  receiveReturn,
  refundOrder,
} from '../../../../modules/orders/index.ts';
import { transact } from '../../../../platform/database/index.ts';
import type { OrderPage, ReturnPage, View } from '../../model/index.ts';
import { aCheckout, viewOf } from '../../testing/a-checkout.ts';
import { deliverNewest } from '../../testing/a-delivery.ts';
import { drawnView } from '../../testing/a-server.ts';
import { aShopping } from '../../testing/a-shopping.ts';
import { aVisitor, type Visitor } from '../../testing/a-visitor.ts';

const connection = await testDatabase();
const { db } = connection;
let till: Awaited<ReturnType<typeof aCheckout>>;

before(async () => {
  till = await aCheckout(connection);
});

after(() => till.server.close());

async function aDelivery() {
  const { shopper, answer } = await till.orderedWith();
  await shopper.post(String(answer.headers.location), { card: 'success', answer: 'pay' });
  await shopper.get('/checkout/return');
  const { orderId, number } = await deliverNewest(db);
  return { shopper, orderId, own: `/orders/${number}` };
}

function formIn({ page }: View): ReturnPage {
  assert.ok(page.kind === 'return', page.kind);
  return page;
}

async function orderAt(shopper: Visitor, own: string): Promise<OrderPage> {
  const { page } = await viewOf(shopper, own);
  assert.ok(page.kind === 'order', page.kind);
  return page;
}

/** What a browser submits of the form for its first line. */
function chosen({ lines }: ReturnPage, quantity: string, reason: string): Record<string, string> {
  const [line] = lines;
  assert.ok(line);
  return { [line.quantity.name]: quantity, [line.reason.name]: reason, note: 'It has a crack.' };
}

const returnsOf = (orderId: OrderId) => readReturns(db, orderId);

test('a guest asks for a return, and their order’s page tells how it goes until the money is back', async () => {
  const { shopper, orderId, own } = await aDelivery();
  const link = (await orderAt(shopper, own)).actions.find(({ href }) => href === `${own}/return`);
  assert.equal(link?.title, 'Send something back');
  const form = formIn(await viewOf(shopper, `${own}/return`));
  const asked = await shopper.post(`${own}/return`, chosen(form, '1', 'damaged'));
  assert.equal(asked.headers.location, `${own}?returned`);
  const [returned] = await returnsOf(orderId);
  assert.deepEqual(
    returned?.lines.map(({ quantity, reason, note }) => [quantity, reason, note]),
    [[1, 'damaged', 'It has a crack.']],
  );
  const waiting = await orderAt(shopper, `${own}?returned`);
  assert.match(waiting.status?.text ?? '', /answer to ada@example.org/);
  assert.deepEqual(waiting.returns[0]?.items, ['1 × Blue mug (It arrived damaged)']);
  assert.equal(waiting.returns[0]?.sending, undefined);
  assert.ok(returned);
  const staff = { orderId, returnId: returned.id, actor: 'staff', now: Temporal.Now.instant() };
  await transact(db, async (tx) => {
    expectOk(await decideReturn(tx, { ...staff, decision: 'approved', note: 'We are sorry.' }));
  });
  const [approved] = (await orderAt(shopper, own)).returns;
  const { note, sending } = approved ?? {};
  assert.deepEqual([note, sending?.address[0]], ['We are sorry.', 'Nordlicht GmbH']);
  assert.match(sending?.text ?? '', /write \d+-1 on the parcel/);
  const label = {
    carrier: 'DHL',
    trackingNumber: '0034',
    url: 'https://labels.example/1',
    text: 'Any post office.',
  };
  await transact(db, async (tx) => expectOk(await labelReturn(tx, { ...staff, label })));
  const labelled = (await orderAt(shopper, own)).returns[0]?.sending?.label;
  assert.deepEqual(labelled?.lines, ['Any post office.', 'DHL 0034']);
  assert.equal(labelled?.print?.href, 'https://labels.example/1');
  await takeBack(orderId, returned.id);
  const done = await orderAt(shopper, own);
  assert.equal(done.returns[0]?.state, 'received');
  const [refund] = done.refunds;
  assert.deepEqual([refund?.amount.decimal, refund?.means], ['22.90', ['€22.90 by the means you paid with']]);
  assert.equal((await shopper.get(refund?.document?.href ?? '')).headers['content-type'], 'application/pdf');
  assert.equal((await aVisitor(till.server).get(refund?.document?.href ?? '')).statusCode, 404);
});

async function takeBack(orderId: OrderId, returnId: ReturnId) {
  const [returned] = await returnsOf(orderId);
  const lines = returned?.lines.map(({ lineId, quantity }) => ({ lineId, quantity })) ?? [];
  const { id: locationId } = await defaultLocation(db);
  const staff = { orderId, returnId, actor: 'staff', now: Temporal.Now.instant() };
  await transact(db, async (tx) => {
    const inspected = lines.map(({ lineId }) => ({ lineId, sellableQuantity: 0, damagedQuantity: 1 }));
    expectOk(await receiveReturn(tx, { ...staff, lines: inspected, locationId }));
  });
  const whole = { delivery: 'rest', goodwillMinor: 0n, means: 'original', reason: 'damaged' } as const;
  expectOk(await refundOrder(aShopping(connection).orders, { ...staff, ...whole, lines }));
  const [refund] = await readRefunds(db, orderId);
  assert.ok(refund);
  await transact(db, (tx) => issueCreditNote(tx, { orderId, refundId: refund.id, now: staff.now }));
}

test('what is wrong with a request is said at its field, and nothing that was typed is lost', async () => {
  const { shopper, orderId, own } = await aDelivery();
  const form = formIn(await viewOf(shopper, `${own}/return`));
  const [line] = form.lines;
  assert.ok(line);
  const { quantity, reason } = line;
  const rows: readonly (readonly [Record<string, string>, string, RegExp?])[] = [
    [chosen(form, '0', ''), quantity.name],
    [chosen(form, '1', ''), reason.name],
    [chosen(form, '1', 'revenge'), reason.name],
    [chosen(form, '2', 'late'), quantity.name, /at most 1 can go back/],
    [chosen(form, '-1', 'late'), quantity.name],
    [chosen(form, '0.5', 'late'), quantity.name],
    [{ ...chosen(form, '1', 'late'), note: 'x'.repeat(1_001) }, 'note'],
  ];
  for (const [fields, field, text = /./] of rows) {
    const answer = await shopper.post(`${own}/return`, fields);
    const page = formIn(drawnView(answer.body));
    assert.equal(answer.statusCode, 422);
    assert.deepEqual(
      page.problems.map(({ href }) => href),
      [`#${field}`],
      JSON.stringify(fields),
    );
    assert.match(page.problems[0]?.text ?? '', text);
    assert.equal(page.lines[0]?.quantity.value, fields[quantity.name]);
    assert.equal(page.note.value, fields['note']);
  }
  assert.deepEqual(await returnsOf(orderId), []);
});

test('of two windows that ask for the same piece, the second is told on the order’s page', async () => {
  const { shopper, orderId, own } = await aDelivery();
  const form = formIn(await viewOf(shopper, `${own}/return`));
  await shopper.post(`${own}/return`, chosen(form, '1', 'late'));
  const again = await shopper.post(`${own}/return`, chosen(form, '1', 'late'));
  assert.equal(again.headers.location, own);
  assert.equal((await returnsOf(orderId)).length, 1);
  const left = formIn(await viewOf(shopper, `${own}/return`));
  assert.deepEqual(left.lines, []);
  assert.match(left.nothing ?? '', /gone back or is announced/);
});

test('only who placed the order gets to its return form: everybody else gets one answer, and asks for nothing', async () => {
  const { shopper, orderId, own } = await aDelivery();
  const fields = chosen(formIn(await viewOf(shopper, `${own}/return`)), '1', 'late');
  const other = (await aDelivery()).shopper;
  for (const stranger of [aVisitor(till.server), other]) {
    for (const path of [`${own}/return`, '/orders/999999/return']) {
      const answers = [await stranger.get(path), await stranger.post(path, fields)];
      for (const { statusCode, headers } of answers) {
        assert.equal(statusCode, 303);
        assert.equal(headers.location, `/account/sign-in?next=${encodeURIComponent(path.slice(1))}`);
      }
    }
  }
  const foreign = await shopper.post(`${own}/return`, fields, { 'sec-fetch-site': 'cross-site' });
  assert.equal(foreign.statusCode, 403);
  assert.deepEqual(await returnsOf(orderId), []);
});
