import assert from 'node:assert/strict';
import { expectOk } from '../../src/kernel/index.ts';
import {
  type OrderId,
  payProposal,
  previewAddressChange,
  proposeAddress,
  readOrder,
  readProposals,
} from '../../src/modules/orders/index.ts';
import { answerTestCharge, readPayments } from '../../src/modules/payments/index.ts';
import { NOW } from './open-shop.ts';
import { PLACES, type World } from './places.ts';
import { aNetwork, paymentBy } from './shopper.ts';

export const STAFF = { actor: 'staff', now: NOW };
export type Place = (typeof PLACES)[keyof typeof PLACES];

/** What staff and whoever ordered do about another address, in a shop of the tests. */
export function proposingIn(shop: World) {
  const { deps } = shop;
  const { db } = deps;

  async function theOrder(orderId: OrderId) {
    const found = await readOrder(db, orderId);
    assert.ok(found);
    return found;
  }

  async function propose(orderId: OrderId, address: Place = PLACES.vienna) {
    const seen = expectOk(await previewAddressChange(deps, { orderId, address, now: NOW }));
    const expectedTotalMinor = seen.after.totalMinor;
    const id = expectOk(await proposeAddress(deps, { orderId, address, expectedTotalMinor, ...STAFF }));
    return { id, differenceMinor: seen.differenceMinor };
  }

  const pay = (orderId: OrderId, { token = 'tok_visa', methodId = shop.card, now = NOW } = {}) =>
    payProposal(deps, { orderId, payment: paymentBy(methodId, token), ip: aNetwork(), now });

  async function theProposal(orderId: OrderId) {
    const [proposal] = await readProposals(db, orderId, NOW);
    assert.ok(proposal);
    return proposal;
  }

  const paymentsOf = async (orderId: OrderId) =>
    (await readPayments(db, orderId)).map(({ amountMinor, state, capturedMinor, refundedMinor }) => {
      return [amountMinor, state, capturedMinor, refundedMinor];
    });

  /** Is asked for more by the bank, and said yes to it, which nobody here has heard of. */
  async function approvedUnheard(orderId: OrderId, methodId = shop.card) {
    expectOk(await pay(orderId, { token: 'tok_challenge', methodId }));
    const paymentId = (await readPayments(db, orderId)).at(-1)?.id;
    assert.ok(paymentId);
    expectOk(await answerTestCharge(db, { id: paymentId, choice: 'approve', now: NOW }));
    return paymentId;
  }

  return { theOrder, propose, pay, theProposal, paymentsOf, approvedUnheard };
}
