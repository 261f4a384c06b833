import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testDatabase } from '../../../../../test/database.ts';
import { expectOk } from '../../../../kernel/index.ts';
import { callProvider } from '../../call-provider.ts';
import { aShop } from '../../contract/shop.ts';
import { beginRefund } from '../../operations.ts';
import type { PaymentId } from '../../payment.ts';
import { recordBook } from '../../reconcile/payouts.ts';
import { reconcile } from '../../reconcile/reconcile.ts';
import { openDispute, payOut } from './fake/banks.ts';
import { captureOf, paypalWorld } from './fake/paypal-world.ts';
import { type BookLine, paypalId } from './fake/world.ts';

const { db } = await testDatabase();
const world = await paypalWorld(db);
const { fake, provider, means, now } = world;
const shop = aShop(world);
const { book } = fake.world;
after(() => fake.close());

const day = () => now().toZonedDateTimeISO('UTC').toPlainDate();
const span = () => ({ from: now().subtract({ hours: 24 }), until: now().add({ hours: 1 }) });
const compare = async () => {
  await recordBook(shop.deps, { provider: 'paypal', ...span(), now: now() });
  const found = await reconcile(shop.deps, { provider: 'paypal', day: day(), now: now() });
  return found.map(({ kind, about, theirsMinor }) => `${kind} ${about} ${theirsMinor}`).toSorted();
};
const paid = async () => {
  const { payment, begun } = await shop.start(means.approved);
  await world.act(begun, 'pay');
  await shop.settle(payment.id);
  return { id: payment.id, capture: captureOf(fake.world, begun.snapshot.reference) };
};
const refund = async (paymentId: PaymentId, amountMinor: bigint) => {
  const input = { paymentId, key: 'return', amountMinor, reason: 'returned', now: now() };
  const call = expectOk(await db.transaction().execute((tx) => beginRefund(tx, input)));
  await shop.record(await callProvider(shop.deps, call));
};

test('books that agree have no differences, and every difference between them is found', async () => {
  const [first, second] = [await paid(), await paid(), await paid()];
  await refund(first.id, 2_500n);
  openDispute(fake, second.capture, 10_000);
  await shop.settle(second.id);
  payOut(fake.world);
  assert.deepEqual(await compare(), []);

  const change = (id: string, to: Partial<BookLine>) => {
    const index = book.findIndex((line) => line.id === id);
    const line = book[index];
    assert.ok(line);
    book[index] = { ...line, ...to };
  };
  const stranger = { code: 'T0006', currency: 'EUR', fee: 0, customField: undefined, referenceId: undefined };
  book.push({ ...stranger, id: paypalId(), amount: 7_700, at: now() });
  book.push({ ...stranger, id: paypalId(), code: 'T0200', amount: -300, at: now() });
  const [fourth, fifth, sixth] = [await paid(), await paid(), await paid()];
  change(fourth.capture.id, { amount: 9_999 });
  change(fifth.capture.id, { fee: 1 });
  book.splice(
    book.findIndex(({ id }) => id === sixth.capture.id),
    1,
  );
  assert.deepEqual(await compare(), [
    'adjustment adjustment 300',
    'amount capture 9999',
    'fee fee 1',
    'missing_here capture 7700',
    'missing_there capture undefined',
  ]);
});

test('a chargeback of a payment of long ago is its payment’s, by the capture that it names', async () => {
  const old = await paid();
  const index = book.findIndex(({ id }) => id === old.capture.id);
  book.splice(index, 1);
  openDispute(fake, old.capture, 10_000);
  const lines = await Array.fromAsync(provider.transactions(span()));
  const own = lines.filter(({ paymentId }) => paymentId === old.id);
  assert.deepEqual(
    own.map(({ kind, amountMinor }) => `${kind} ${amountMinor}`),
    ['dispute -10000'],
  );
});

test('a withdrawal of a round sum is a payout of no lines, and one of all that came is of those', async () => {
  const { capture } = await paid();
  const withdrawal = { code: 'T0400', amount: -5_000, fee: 0, currency: 'EUR', at: now() };
  book.push({ ...withdrawal, id: 'ROUND', customField: undefined, referenceId: undefined });
  const later = await paid();
  const rest = later.capture.amount - later.capture.fee;
  book.push({ ...withdrawal, id: 'ALL', amount: -rest, customField: undefined, referenceId: undefined });
  const lines = await Array.fromAsync(provider.transactions(span()));
  const payoutOf = (id: string) => lines.find((line) => line.id === id)?.payoutReference;
  assert.deepEqual([payoutOf('ROUND'), payoutOf(capture.id)], ['ROUND', undefined]);
  assert.deepEqual([payoutOf('ALL'), payoutOf(later.capture.id)], ['ALL', 'ALL']);
});

test('a book of many pages is read to its end, and what waits or was refused is not in it', async () => {
  const before = (await Array.fromAsync(provider.transactions(span()))).length;
  const line = { code: 'T0006', amount: 100, fee: 0, currency: 'EUR', at: now() };
  const nameless = { customField: undefined, referenceId: undefined };
  for (let number = 0; number < 501; number += 1) book.push({ ...line, ...nameless, id: paypalId() });
  for (const status of ['P', 'D'] as const) book.push({ ...line, ...nameless, id: paypalId(), status });
  assert.equal((await Array.fromAsync(provider.transactions(span()))).length, before + 501);
});
