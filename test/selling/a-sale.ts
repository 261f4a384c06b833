import { OPEN_SECRETS } from '../../src/apps/api/testing/an-api.ts';
import { expectOk } from '../../src/kernel/index.ts';
import { mergeCarts } from '../../src/modules/carts/index.ts';
import { giftCardKeyOf, issueGiftCard } from '../../src/modules/credits/index.ts';
import { findOrCreateByEmail } from '../../src/modules/customers/index.ts';
import { fulfilOrder, readOrder, requestReturn, withdraw } from '../../src/modules/orders/index.ts';
import { readPayments } from '../../src/modules/payments/index.ts';
import { savePromotion } from '../../src/modules/pricing/index.ts';
import { createEndpoint } from '../../src/modules/webhooks/index.ts';
import type { Tx } from '../../src/platform/database/index.ts';
import { signIn } from '../sign-in.ts';
import { ENGLISH, NOW, type SellingShop } from './open-shop.ts';
import { aReadyCart, order } from './shopper.ts';

export const PROMOTION = {
  ...{ name: 'Spring', trigger: 'code', lane: 2, limits: {} },
  benefits: [{ kind: 'percent_off', per: 'order', rateMillionths: 100_000 }],
};

const STAFF = { actor: 'staff', now: NOW };

/**
 * An order of four cups by a customer who is signed in: paid, two handed over, one asked to come back; an order by bank
 * transfer that is not paid; and one of each other thing that endpoints are about.
 */
export async function aSale(selling: SellingShop, email = 'ada@example.org') {
  const { db } = selling.connection;
  const [cup] = selling.variants;
  const write = <Value>(work: (tx: Tx) => Promise<Value>) => db.transaction().execute(work);
  const { customer, token: session } = await signIn(db, email, { now: NOW });
  const cart = await aReadyCart(selling, { variantId: cup, quantity: 4 });
  await mergeCarts(selling.deps, { token: cart, customerId: customer.id, now: NOW });
  const { orderId, number, accessToken } = expectOk(await order(selling, cart));
  const lineId = (await readOrder(db, orderId))?.lines[0]?.id;
  if (lineId === undefined) throw new TypeError('an order without lines');
  const lines = [{ lineId, quantity: 2 }];
  const parcel = expectOk(await write((tx) => fulfilOrder(tx, { orderId, lines, ...STAFF })));
  const back = [{ lineId, quantity: 1, reason: 'faulty' as const }];
  const asked = { orderId, lines: back, kind: 'return', isApproved: false, ...STAFF } as const;
  const returned = expectOk(await write((tx) => requestReturn(tx, asked)));
  const transferred = await aReadyCart(selling, { variantId: cup, quantity: 1 });
  const unpaid = expectOk(await order(selling, transferred, { methodId: selling.transfer }));
  const [transfer] = await readPayments(db, unpaid.orderId);
  const said = { orderNumber: 'none', name: 'Ada', email, statement: '', now: NOW };
  const withdrawal = expectOk(await write((tx) => withdraw(tx, said)));
  const key = giftCardKeyOf(Buffer.alloc(32, 7));
  const money = { amountMinor: 5_000n, currency: selling.currency };
  const card = await write((tx) => issueGiftCard(tx, { key, ...money, now: NOW }));
  const hook = { url: 'https://example.com/hooks', topics: ['orders.*'], now: NOW };
  const { endpoint } = expectOk(await write((tx) => createEndpoint(tx, { secrets: OPEN_SECRETS }, hook)));
  const promotion = expectOk(await write((tx) => savePromotion(tx, { promotion: PROMOTION, now: NOW })));
  const who = { email: `other-${email}`, locale: ENGLISH, now: NOW };
  return {
    ...{ orderId, number, accessToken, lineId, session, customerId: customer.id },
    ...{ fulfilmentId: parcel.id, returnId: returned.id, withdrawalId: withdrawal.id },
    ...{ transferId: transfer?.id ?? '', giftCardId: card.id, webhookEndpointId: endpoint.id },
    ...{ promotionId: promotion.id, otherCustomerId: (await write((tx) => findOrCreateByEmail(tx, who))).id },
  };
}
