import type { VariantId } from '../../catalog/index.ts';
import type { Availability } from '../../inventory/index.ts';
import type { PromotionUsage } from '../../pricing/index.ts';
import type { CartHold } from '../cart.ts';
import type { CartFacts } from './cart-facts.ts';

/** What can be had when the shopper's own unpaid order is counted as theirs. */
export function withOwnHold<Facts extends Held>(
  facts: Facts,
  hold: CartHold | undefined,
  currency: CartFacts['market']['currency'],
): Facts {
  if (hold === undefined) return facts;
  return {
    ...facts,
    availability: withGoods(facts.availability, hold),
    usage: withoutUses(facts.usage, hold, currency),
    giftCards: withCards(facts.giftCards, hold),
    storeCreditMinor: facts.storeCreditMinor + creditOf(hold, undefined),
  };
}

type Held = Pick<CartFacts, 'availability' | 'usage' | 'giftCards' | 'storeCreditMinor'>;

function withGoods(
  availability: ReadonlyMap<VariantId, Availability>,
  { goods }: CartHold,
): ReadonlyMap<VariantId, Availability> {
  const more = new Map(availability);
  for (const { variantId, quantity } of goods) {
    const known = more.get(variantId);
    if (known === undefined) continue;
    more.set(variantId, { ...known, available: known.available + quantity, isBuyable: true });
  }
  return more;
}

function withoutUses(
  usage: PromotionUsage,
  { promotions }: CartHold,
  currency: CartFacts['market']['currency'],
): PromotionUsage {
  const codes = new Map(usage.codes);
  const counts = new Map(usage.promotions);
  for (const { promotionId, code, amountMinor } of promotions) {
    const used = code === undefined ? undefined : codes.get(code);
    if (code !== undefined && used !== undefined) codes.set(code, { ...used, used: used.used - 1 });
    const [id, count] = [...counts].find(([known]) => known === promotionId) ?? [];
    if (id === undefined || count === undefined) continue;
    const spentMinor = new Map(count.spentMinor);
    spentMinor.set(currency, (spentMinor.get(currency) ?? 0n) - amountMinor);
    counts.set(id, {
      used: Math.max(0, count.used - 1),
      usedByCustomer: Math.max(0, count.usedByCustomer - 1),
      spentMinor,
    });
  }
  return { codes, promotions: counts };
}

function withCards(cards: CartFacts['giftCards'], hold: CartHold): CartFacts['giftCards'] {
  return new Map(
    [...cards].map(([id, card]) => [id, { ...card, balanceMinor: card.balanceMinor + creditOf(hold, id) }]),
  );
}

function creditOf({ credits }: CartHold, giftCardId: string | undefined): bigint {
  return credits
    .filter((credit) => credit.giftCardId === giftCardId)
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
}
