import type { SearchHit } from '../../../modules/search/index.ts';
import { type Asked, type Keeping, LISTINGS_TAG, productTag } from '../answer.ts';
import type { Desk } from '../desk.ts';
import type { Card } from '../model/index.ts';
import { cardOf } from '../pages/card.ts';
import { returnsUntil } from '../pages/stock.ts';

/**
 * Search hits as cards. The index knows the compare-at price as it was entered; whether it may be announced is
 * pricing's to say (Directive 98/6/EC, article 6a), so reduced products take their card from the shelf. So do those that are
 * sold out: when they are back is inventory's to say.
 */
export async function hitCards(
  desk: Pick<Desk, 'shelf'>,
  hits: readonly SearchHit[],
  { site, now }: Pick<Asked, 'site' | 'now'>,
): Promise<readonly Card[]> {
  const asked = hits.filter(isOnShelf).map(({ productId }) => productId);
  const shelved = asked.length === 0 ? [] : await desk.shelf.cards(asked, site, now);
  const byAddress = new Map(shelved.map((card) => [card.href, card]));
  return hits.map((hit) => {
    const card = cardOf(hit, site, now);
    if (!isOnShelf(hit)) return card;
    return byAddress.get(card.href) ?? { ...card, compareAt: undefined, discountPercent: undefined };
  });
}

function isOnShelf({ compareAt, isBuyable }: SearchHit): boolean {
  return compareAt !== undefined || !isBuyable;
}

/** How long a page with these cards is kept: those that are sold out may be back, or back later, any time. */
export function keepingOf(cards: readonly Card[], { site, now }: Pick<Asked, 'site' | 'now'>): Keeping {
  const soldOut = cards.filter(({ isSoldOut }) => isSoldOut).map(({ productId }) => productTag(productId));
  const isTold = cards.some(({ backAbout }) => backAbout !== undefined);
  return { tags: [LISTINGS_TAG, ...soldOut], until: returnsUntil(isTold, site, now) };
}
