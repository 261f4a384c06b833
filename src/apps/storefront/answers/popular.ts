import type { Asked } from '../answer.ts';
import type { Desk } from '../desk.ts';
import type { Card } from '../model/index.ts';
import { hitCards } from './hit-cards.ts';

/** What sells best and can be bought now. */
export async function popularCards(
  desk: Desk,
  asked: Pick<Asked, 'site' | 'now'>,
  limit: number,
): Promise<readonly Card[]> {
  const { locale, currency } = asked.site;
  const { hits } = desk.search.query({
    locale,
    currency,
    filters: {},
    inStockOnly: true,
    sort: 'best_selling',
    offset: 0,
    limit,
    now: asked.now,
  });
  return hitCards(desk, hits, asked);
}
