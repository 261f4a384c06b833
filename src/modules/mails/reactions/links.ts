import type { Locale } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import { type Reached, reachedAt, readShop, readStorefronts } from '../../markets/index.ts';

export type LinkDeps = Reached;

/** Makes addresses of pages of the storefront that this market and language are sold in. */
export async function linksTo(
  db: Db,
  reached: LinkDeps,
  { market, locale }: { readonly market?: string; readonly locale: Locale },
): Promise<(path: string) => string> {
  const [shop, storefronts] = await Promise.all([readShop(db), readStorefronts(db)]);
  const inMarket = storefronts.filter(
    (storefront) => market === undefined || storefront.market.code === market,
  );
  const found = inMarket.find((storefront) => storefront.locale === locale) ?? inMarket[0] ?? storefronts[0];
  const prefix = found === undefined || found.prefix === '' ? '' : `/${found.prefix}`;
  const base = reachedAt(reached, shop);
  return (path) => `${base}${prefix}${path}`;
}
