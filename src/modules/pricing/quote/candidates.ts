import { normaliseCode } from '../promotions/code.ts';
import type { Promotion, PromotionId } from '../promotions/promotion.ts';
import { sumOf } from './benefits/cut.ts';
import type { Cart } from './cart.ts';
import { goodsIn } from './goods.ts';
import type { QuoteInput } from './quote-input.ts';
import { scheduleRefusal } from './schedule.ts';
import type { RefusedPromotion, WhyNot } from './verdict.ts';

/** A promotion whose conditions hold, with the code that was given for it. */
export type Candidate = { readonly promotion: Promotion; readonly code: string | undefined };

/**
 * The promotions that may apply, by lane, priority and id; and those that may not, with the reason. Promotions
 * whose codes were not given are in neither.
 */
export function candidatesIn(cart: Cart): {
  readonly candidates: readonly Candidate[];
  readonly refused: readonly RefusedPromotion[];
} {
  const { codes, refused } = codesGiven(cart.input);
  const candidates: Candidate[] = [];
  for (const promotion of inOrder(cart.input.rulebook.promotions)) {
    const code = codes.get(promotion.id);
    if (promotion.trigger === 'code' && code === undefined) continue;
    const reason = refusalOf(cart, promotion);
    if (reason === undefined) candidates.push({ promotion, code });
    else refused.push({ isApplied: false, promotionId: promotion.id, name: promotion.name, code, reason });
  }
  return { candidates, refused };
}

// A rulebook lives through thousands of quotes: it is sorted once.
const SORTED = new WeakMap<readonly Promotion[], readonly Promotion[]>();

function inOrder(promotions: readonly Promotion[]): readonly Promotion[] {
  const known = SORTED.get(promotions);
  if (known !== undefined) return known;
  const sorted = promotions.toSorted(
    (a, b) => a.lane - b.lane || a.priority - b.priority || (a.id < b.id ? -1 : 1),
  );
  SORTED.set(promotions, sorted);
  return sorted;
}

/** The code that counts for each promotion, the first by the alphabet; and the codes that count for none. */
function codesGiven({ codes, usage, rulebook }: QuoteInput): {
  readonly codes: ReadonlyMap<PromotionId, string>;
  readonly refused: RefusedPromotion[];
} {
  const counted = new Map<PromotionId, string>();
  const refused: RefusedPromotion[] = [];
  for (const code of [...new Set(codes.map(normaliseCode))].sort()) {
    const known = usage.codes.get(code);
    const promotion = rulebook.promotions.find(({ id }) => id === known?.promotionId);
    const about = { isApplied: false, promotionId: promotion?.id, name: promotion?.name, code } as const;
    if (known === undefined || promotion === undefined || promotion.trigger !== 'code') {
      refused.push({ isApplied: false, code, reason: { code: 'unknown_code' } });
    } else if (known.limit !== undefined && known.used >= known.limit) {
      refused.push({ ...about, reason: { code: 'code_used_up' } });
    } else if (counted.has(promotion.id)) refused.push({ ...about, reason: { code: 'other_code_used' } });
    else counted.set(promotion.id, code);
  }
  return { codes: counted, refused };
}

function refusalOf(cart: Cart, promotion: Promotion): WhyNot | undefined {
  const { markets, schedule, minimum } = promotion.conditions;
  const { input } = cart;
  if (markets !== undefined && !markets.includes(input.marketCode)) return { code: 'other_market' };
  const time = schedule === undefined ? undefined : scheduleRefusal(schedule, input);
  if (time !== undefined) return time;
  const person = customerRefusal(input, promotion) ?? limitRefusal(input, promotion);
  if (person !== undefined || minimum === undefined) return person;
  const places = goodsIn(cart, minimum.goods);
  const quantity = places.reduce((sum, place) => sum + (cart.lines[place]?.quantity ?? 0), 0);
  if (minimum.quantity !== undefined && quantity < minimum.quantity) {
    return { code: 'minimum_quantity', missing: minimum.quantity - quantity };
  }
  if (minimum.value === undefined) return undefined;
  const wanted = minimum.value[input.currency];
  if (wanted === undefined) return { code: 'not_in_currency' };
  const missingMinor = wanted - sumOf(places.map((place) => cart.lines[place]?.subtotalMinor ?? 0n));
  return missingMinor > 0n ? { code: 'minimum_value', missingMinor } : undefined;
}

function customerRefusal({ customer }: QuoteInput, { conditions, limits }: Promotion): WhyNot | undefined {
  const { segments, isFirstOrder } = conditions;
  const isAsked = segments !== undefined || isFirstOrder === true || limits.usesPerCustomer !== undefined;
  if (isAsked && customer === undefined) return { code: 'sign_in_needed' };
  if (customer === undefined) return undefined;
  if (segments !== undefined && !segments.some((one) => customer.segments.includes(one))) {
    return { code: 'not_in_segment' };
  }
  return isFirstOrder === true && customer.orderCount > 0 ? { code: 'not_first_order' } : undefined;
}

function limitRefusal({ usage }: QuoteInput, { id, limits }: Promotion): WhyNot | undefined {
  const count = usage.promotions.get(id);
  if (count === undefined) return undefined;
  if (limits.uses !== undefined && count.used >= limits.uses) return { code: 'used_up' };
  const isSpentByCustomer =
    limits.usesPerCustomer !== undefined && count.usedByCustomer >= limits.usesPerCustomer;
  return isSpentByCustomer ? { code: 'used_up_by_customer' } : undefined;
}
