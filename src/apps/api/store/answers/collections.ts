import type { Answer, Made } from '../../../../platform/api/index.ts';
import type { catalogueEndpoints } from '../contract/catalogue.ts';
import type { Shopfront, Shopfronts } from '../shopfronts.ts';
import { pictureOf } from './picture.ts';

export function answerCollections(front: Shopfront): Made<typeof catalogueEndpoints.listCollections> {
  const items = front.collections.map(({ id, handle, title, descriptionHtml, sort, assetId }) => {
    const found = assetId && front.pictures.get(assetId);
    return { id, handle, title, descriptionHtml, sort, picture: found && pictureOf(found, title) };
  });
  // A change of a collection makes everything anew.
  return { value: { items }, tags: [] };
}

export function answerMarkets(fronts: Shopfronts): Answer<typeof catalogueEndpoints.listMarkets> {
  const byMarket = Map.groupBy(fronts.values(), ({ market }) => market.code);
  const items = [...byMarket.values()].flatMap((all) => {
    const [first] = all;
    if (!first) return [];
    const { code, name, countries, currency, pricesIncludeTax } = first.market;
    const storefronts = all.map(({ prefix, locale }) => ({ prefix, locale }));
    return [{ code, name, countries: [...countries], currency, pricesIncludeTax, storefronts }];
  });
  return { items };
}
