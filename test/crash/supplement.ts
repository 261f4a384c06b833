import assert from 'node:assert/strict';
import { expectOk, type Result } from '../../src/kernel/index.ts';
import {
  changeShippingAddress,
  type OrderDeps,
  type OrderId,
  payProposal,
  previewAddressChange,
  proposeAddress,
  readOrder,
  readProposals,
  readTimeline,
} from '../../src/modules/orders/index.ts';
import { answerTestCharge, type PaymentId, readPayments } from '../../src/modules/payments/index.ts';
import { NOW } from '../selling/open-shop.ts';
import { anOrderTo, PLACES, type World } from '../selling/places.ts';
import { aNetwork, paymentBy } from '../selling/shopper.ts';

/** An order whose other address costs 5.00 more, which whoever ordered was asked about. */
export async function anAskedOrder(shop: World): Promise<OrderId> {
  const { deps } = shop;
  const orderId = await anOrderTo(shop);
  const place = { orderId, address: PLACES.vienna, now: NOW };
  const { after } = expectOk(await previewAddressChange(deps, place));
  expectOk(await proposeAddress(deps, { ...place, expectedTotalMinor: after.totalMinor, actor: 'staff' }));
  return orderId;
}

/** Agrees to it with a card; refused where it was agreed to before. */
export function paySupplement(
  deps: OrderDeps,
  orderId: OrderId,
  {
    methodId,
    token = 'tok_visa',
    ip = aNetwork(),
  }: { readonly methodId: string; readonly token?: string; readonly ip?: string },
): Promise<Result<unknown, { readonly code: string; readonly message: string }>> {
  return payProposal(deps, { orderId, payment: paymentBy(methodId, token), ip, now: NOW });
}

/** Paid at the bank, which nobody has heard of when the order goes to another house in its first town. */
export async function aLateSupplement(
  shop: World,
): Promise<{ readonly orderId: OrderId; readonly paymentId: PaymentId }> {
  const { deps, card } = shop;
  const orderId = await anAskedOrder(shop);
  expectOk(await paySupplement(deps, orderId, { methodId: card, token: 'tok_challenge' }));
  const paymentId = (await readPayments(deps.db, orderId)).at(-1)?.id;
  assert.ok(paymentId);
  expectOk(await answerTestCharge(deps.db, { id: paymentId, choice: 'approve', now: NOW }));
  const address = { ...PLACES.berlin, line1: 'Weg 2' };
  expectOk(await changeShippingAddress(deps, { orderId, address, actor: 'staff', now: NOW }));
  return { orderId, paymentId };
}

/** The order goes to the other address, is paid whole, and was moved once. */
export async function assertMoved({ db }: OrderDeps, orderId: OrderId): Promise<void> {
  const order = await readOrder(db, orderId);
  assert.deepEqual(
    [order?.state, order?.shippingAddress?.city, order?.totals.dueMinor, order?.facts.capturedMinor],
    ['paid', 'Wien', 6390n, 6390n],
  );
  assert.deepEqual(await moneyOf({ db }, orderId), [5890n, 500n]);
  assert.equal(await timesMoved({ db }, orderId), 1);
}

/** The order is as it was, and all that came for its other address went back. */
export async function assertGoneBack({ db }: OrderDeps, orderId: OrderId): Promise<void> {
  const order = await readOrder(db, orderId);
  assert.deepEqual(
    [order?.state, order?.shippingAddress?.city, order?.totals.dueMinor, order?.facts.refundedMinor],
    ['paid', 'Berlin', 5890n, 0n],
  );
  assert.deepEqual(await moneyOf({ db }, orderId), [5890n, 0n]);
  assert.equal((await readProposals(db, orderId, NOW))[0]?.state, 'withdrawn');
  assert.equal(await timesMoved({ db }, orderId), 0);
}

/** What each payment has, but for attempts that came to nothing. */
async function moneyOf({ db }: Pick<OrderDeps, 'db'>, orderId: OrderId): Promise<bigint[]> {
  const payments = (await readPayments(db, orderId)).filter(({ capturedMinor }) => capturedMinor > 0n);
  return payments.map(({ capturedMinor, refundedMinor }) => capturedMinor - refundedMinor);
}

async function timesMoved({ db }: Pick<OrderDeps, 'db'>, orderId: OrderId): Promise<number> {
  return (await readTimeline(db, orderId)).filter(({ kind }) => kind === 'address_change_applied').length;
}
