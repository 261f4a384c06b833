import type { SearchHit } from '../../../modules/search/index.ts';
import type { Asked } from '../answer.ts';
import type { Desk } from '../desk.ts';
import type { Card } from '../model/index.ts';
import { cardOf } from '../pages/card.ts';

/**
 * Search hits as cards. The index knows the compare-at price as it was entered; whether it may be announced is
 * pricing's to say (Directive 98/6/EC, article 6a), so reduced products take their card from the shelf.
 */
export async function hitCards(
  desk: Pick<Desk, 'shelf'>,
  hits: readonly SearchHit[],
  { site, now }: Pick<Asked, 'site' | 'now'>,
): Promise<readonly Card[]> {
  const reduced = hits.filter(({ compareAt }) => compareAt !== undefined).map(({ productId }) => productId);
  const lawful = reduced.length === 0 ? [] : await desk.shelf.cards(reduced, site, now);
  const byAddress = new Map(lawful.map((card) => [card.href, card]));
  return hits.map((hit) => {
    const card = cardOf(hit, site, now);
    if (hit.compareAt === undefined) return card;
    return byAddress.get(card.href) ?? { ...card, compareAt: undefined, discountPercent: undefined };
  });
}
