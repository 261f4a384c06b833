import { ok, type Refusal } from '../../../kernel/index.ts';
import type { Search } from '../../../modules/search/index.ts';
import type { Handlers, KeptAnswers } from '../../../platform/api/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import type { CardShelf } from './answers/card-shelf.ts';
import { answerCollections, answerMarkets } from './answers/collections.ts';
import { answerProducts, answerSearch } from './answers/listing.ts';
import { answerProduct } from './answers/product.ts';
import { catalogueEndpoints } from './contract/catalogue.ts';
import { listingEndpoints } from './contract/listing.ts';
import type { Shopfront, Shopfronts } from './shopfronts.ts';

export type CatalogueDeps = {
  /** Reads only. */
  readonly db: Db;
  readonly search: Search;
  readonly fronts: () => Shopfronts;
  readonly kept: KeptAnswers;
  readonly shelf: CardShelf;
};

type Endpoints = typeof catalogueEndpoints & typeof listingEndpoints;
type Unknown = { readonly ok: false; readonly refusal: Refusal<'unknown_storefront'> };

/** Everything but the markets is kept as text until something it shows has changed. */
export function catalogueHandlers({ db, search, fronts, kept, shelf }: CatalogueDeps): Handlers<Endpoints> {
  const at = <Answered>(
    prefix: string,
    answer: (front: Shopfront) => Promise<Answered>,
  ): Promise<Answered> | Unknown => {
    const front = fronts().get(prefix);
    return front ? answer(front) : unknown(prefix);
  };
  return {
    readProduct: async ({ params: { handle }, query: { storefront }, now }) =>
      at(storefront, (front) =>
        kept.answer(catalogueEndpoints.readProduct, { key: `product ${storefront} ${handle}`, now }, () =>
          answerProduct(db, front, { handle, now }),
        ),
      ),
    listCollections: async ({ query: { storefront }, now }) =>
      at(storefront, (front) =>
        kept.answer(catalogueEndpoints.listCollections, { key: `collections ${storefront}`, now }, async () =>
          answerCollections(front),
        ),
      ),
    listMarkets: async () => ok(answerMarkets(fronts())),
    listProducts: async ({ query, now }) =>
      at(query.storefront, (front) =>
        kept.answer(listingEndpoints.listProducts, { key: `products ${JSON.stringify(query)}`, now }, () =>
          answerProducts({ shelf, search }, front, query, now),
        ),
      ),
    search: async ({ query, now }) =>
      at(query.storefront, (front) =>
        kept.answer(listingEndpoints.search, { key: `search ${JSON.stringify(query)}`, now }, () =>
          answerSearch({ shelf, search }, front, query, now),
        ),
      ),
  };
}

function unknown(prefix: string): Unknown {
  const message = `no storefront has the prefix "${prefix}": see /markets`;
  return { ok: false, refusal: { code: 'unknown_storefront', message, field: 'storefront' } };
}
