import type { Id, Refusal, Result } from '../../../src/kernel/index.ts';
import type { VariantId } from '../../../src/modules/catalog/index.ts';
import { type CreditSource, readGiftCards, redeem, restore } from '../../../src/modules/credits/index.ts';
import { readAvailability, release, reserve } from '../../../src/modules/inventory/index.ts';
import {
  claimPromotions,
  readPromotionUsage,
  releasePromotions,
} from '../../../src/modules/pricing/index.ts';
import { type Db, type Tx, transact, transactOrRefuse } from '../../../src/platform/database/index.ts';
import { newId } from '../../../src/platform/id.ts';
import { EUR } from '../../selling/open-shop.ts';
import type { Model } from './linearize.ts';
import type { Subject } from './play.ts';
import { appliedOf, type LimitedPromotion } from './promotion.ts';

const now = Temporal.Instant.from('2026-11-27T08:00:00Z');

/** What of each an order takes. */
type Taken = { readonly uses: number; readonly minor: number; readonly pieces: number };

export type PurchaseAsked =
  | { readonly verb: 'order'; readonly orderId: Id<'order'>; readonly minor: number; readonly pieces: number }
  | { readonly verb: 'cancel'; readonly orderId: Id<'order'> }
  | { readonly verb: 'read'; readonly what: keyof Taken };

export type PurchaseAnswered =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'left'; readonly count: number };

type State = { readonly left: Taken; readonly orders: Readonly<Record<string, Taken>> };
export type PurchaseSubject = Subject<State, PurchaseAsked, PurchaseAnswered>;

export type Purse = {
  readonly promotion: LimitedPromotion;
  readonly card: Extract<CreditSource, { readonly giftCardId: unknown }>;
  readonly variantId: VariantId;
  readonly left: Taken;
};

/**
 * Orders that take a use of a promotion, credit and stock in one transaction, in the order in which the shop takes them,
 * and give all of it back. Each of the three is looked at by itself.
 */
export function purchaseSubject(db: Db, purse: Purse): PurchaseSubject {
  return {
    model: { initial: { left: purse.left, orders: {} }, step, keyOf: (state) => JSON.stringify(state) },
    draw: (chance, answered) => {
      const orders = answered.flatMap(({ input }) => (input.verb === 'order' ? [input.orderId] : []));
      const verb = chance.oneOf(['order', 'order', 'order', 'cancel', 'cancel', 'read']);
      const orderId = chance.anyOf(orders);
      if (verb === 'cancel' && orderId !== undefined) return { verb, orderId };
      if (verb === 'read') return { verb, what: chance.oneOf(['uses', 'minor', 'pieces']) };
      return { verb: 'order', orderId: newId(), minor: chance.whole(1, 4) * 100, pieces: chance.whole(1, 3) };
    },
    act: async (asked) => {
      if (asked.verb === 'order') {
        const ordered = await transactOrRefuse(db, (tx) => order(tx, purse, asked));
        return ordered.ok ? { kind: 'done' } : { kind: 'refused', code: ordered.refusal.code };
      }
      if (asked.verb === 'cancel') {
        const { orderId } = asked;
        await transact(db, async (tx) => {
          await releasePromotions(tx, { orderId, now });
          await restore(tx, { orderId, now });
          await release(tx, { owner: orderId, now });
        });
        return { kind: 'done' };
      }
      return { kind: 'left', count: await leftOf(db, purse, asked.what) };
    },
  };
}

async function order(
  tx: Tx,
  { promotion, card, variantId }: Purse,
  { orderId, minor, pieces }: Extract<PurchaseAsked, { readonly verb: 'order' }>,
): Promise<Result<unknown, Refusal<string>>> {
  const quote = { currency: EUR, verdicts: [appliedOf(promotion.id, 100)] };
  const claimed = await claimPromotions(tx, { quote, orderId, now });
  if (!claimed.ok) return claimed;
  const redeemed = await redeem(tx, { source: card, amountMinor: BigInt(minor), orderId, now });
  if (!redeemed.ok) return redeemed;
  return reserve(tx, { owner: orderId, demand: [{ variantId, quantity: pieces }], now });
}

async function leftOf(db: Db, { promotion, card, variantId }: Purse, what: keyof Taken): Promise<number> {
  if (what === 'uses') {
    const usage = await readPromotionUsage(db, { rulebook: promotion.rulebook, codes: [] });
    return promotion.uses - (usage.promotions.get(promotion.id)?.used ?? 0);
  }
  if (what === 'minor') {
    return Number(
      (await readGiftCards(db, [card.giftCardId], now)).get(card.giftCardId)?.balanceMinor ?? -1n,
    );
  }
  return (await readAvailability(db, [variantId])).get(variantId)?.available ?? -1;
}

const step: Model<State, PurchaseAsked, PurchaseAnswered>['step'] = ({ left, orders }, asked, answer) => {
  if (asked.verb === 'read') {
    return answer?.kind !== 'left' || answer.count === left[asked.what] ? { left, orders } : undefined;
  }
  if (asked.verb === 'cancel') {
    const { [asked.orderId]: gone, ...others } = orders;
    return gone === undefined ? { left, orders } : { left: sum(left, gone, 1), orders: others };
  }
  const taken = { uses: 1, minor: asked.minor, pieces: asked.pieces };
  const after = sum(left, taken, -1);
  const refusal = refusalOf(after);
  if (answer?.kind === 'refused') return answer.code === refusal ? { left, orders } : undefined;
  if (refusal !== undefined) return undefined;
  const known = Object.entries({ ...orders, [asked.orderId]: taken });
  return { left: after, orders: Object.fromEntries(known.toSorted(([a], [b]) => (a < b ? -1 : 1))) };
};

/** The first that there is too little of, in the order of taking. */
function refusalOf({ uses, minor, pieces }: Taken): string | undefined {
  if (uses < 0) return 'promotion_used_up';
  if (minor < 0) return 'insufficient_balance';
  return pieces < 0 ? 'out_of_stock' : undefined;
}

function sum(a: Taken, b: Taken, sign: 1 | -1): Taken {
  return {
    uses: a.uses + sign * b.uses,
    minor: a.minor + sign * b.minor,
    pieces: a.pieces + sign * b.pieces,
  };
}
