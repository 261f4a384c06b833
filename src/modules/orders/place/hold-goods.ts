import { type CurrencyCode, type Id, ok, type Result } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import type { CartHold } from '../../carts/index.ts';
import { type CreditSource, type GiftCardId, redeem } from '../../credits/index.ts';
import { type HoldPlan, planHold } from '../../inventory/index.ts';
import type { PaymentMethod } from '../../payments/index.ts';
import type { PlaceRefusal } from '../placed.ts';
import { outOfStock } from './check-cart.ts';
import { holdUntil } from './hold-until.ts';
import type { NewOrder } from './new-order.ts';

/** The order's time ends before that of its goods: a payment that comes in between still finds them. */
const GRACE_MINUTES = 15;

/** Takes what gift cards and store credit pay, in the order in which they were offered. */
export async function holdCredits(
  tx: Tx,
  { id: orderId, credits, customerId, currency }: NewOrder,
  now: Temporal.Instant,
): Promise<Result<undefined, PlaceRefusal>> {
  for (const { giftCardId, amountMinor } of credits) {
    const source = creditSource({ giftCardId, customerId, currency });
    const redeemed = await redeem(tx, { source, amountMinor, orderId, now });
    if (!redeemed.ok) return redeemed;
  }
  return ok(undefined);
}

/** Whose credit it is. */
export function creditSource(credit: {
  readonly giftCardId: GiftCardId | undefined;
  readonly customerId: Id<'customer'> | undefined;
  readonly currency: CurrencyCode;
}): CreditSource {
  const { giftCardId, customerId, currency } = credit;
  if (giftCardId !== undefined) return { giftCardId };
  if (customerId === undefined) throw new RangeError('store credit without a customer');
  return { customerId, currency };
}

/** Locks the goods, to be held until the payment's time is over; without an end when there is nothing to pay. */
export async function planGoods(
  tx: Tx,
  order: NewOrder,
  { method, now }: { readonly method: PaymentMethod | undefined; readonly now: Temporal.Instant },
): Promise<Result<HoldPlan, PlaceRefusal>> {
  const country = order.shippingAddress?.country;
  const planned = await planHold(tx, {
    owner: order.id,
    demand: order.lines.map(({ variantId, quantity, kind }) => {
      return { variantId, quantity, isBundle: kind === 'bundle' };
    }),
    ...(country === undefined ? {} : { destination: { country } }),
    expiresAt: holdUntil(method, now)?.add({ minutes: GRACE_MINUTES }),
    now,
  });
  return planned.ok ? planned : { ok: false, refusal: outOfStock(planned.refusal.shortages) };
}

/** What the cart's shopper is to find as theirs while this order waits for its payment. */
export function holdOf({ lines, credits, verdicts }: NewOrder): CartHold {
  return {
    goods: lines.map(({ variantId, quantity }) => ({ variantId, quantity })),
    credits: credits.map(({ giftCardId, amountMinor }) => {
      return giftCardId === undefined ? { amountMinor } : { giftCardId, amountMinor };
    }),
    promotions: verdicts.flatMap((verdict) => {
      if (!verdict.isApplied) return [];
      const { promotionId, code, amountMinor } = verdict;
      return [code === undefined ? { promotionId, amountMinor } : { promotionId, code, amountMinor }];
    }),
  };
}
