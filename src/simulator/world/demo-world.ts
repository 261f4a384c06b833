import { slug } from '../../kernel/index.ts';
import { withStock } from '../trade/stock/opening-stock.ts';
import { ATTRIBUTES } from './attributes.ts';
import { CATEGORIES } from './categories.ts';
import { collectionsOf } from './collections.ts';
import { DESIGNS } from './designs/all-designs.ts';
import { MAKERS } from './makers.ts';
import { MENUS, type WorldMenuItem } from './menus.ts';
import { PAGES, type WorldPage } from './pages.ts';
import { productOf } from './product.ts';
import { relate } from './relations.ts';
import { SEARCH_RULES, SYNONYMS, type WorldSynonym } from './search-words.ts';
import { HOME, type WorldSection } from './sections.ts';
import { MARKETS, SHOP, STOREFRONTS } from './shop.ts';
import { SIZE_TABLES, type WorldSizeTable } from './size-tables.ts';
import { WITHDRAWAL_PAGE } from './withdrawal-page.ts';
import type { WorldAttribute, WorldBrand, WorldCategory, WorldCollection, WorldProduct } from './world.ts';

/** The demo shop as data: nothing in it depends on a clock, a database or the machine. */
export type World = {
  readonly brands: readonly WorldBrand[];
  readonly attributes: readonly WorldAttribute[];
  readonly categories: readonly WorldCategory[];
  readonly products: readonly WorldProduct[];
  readonly collections: readonly WorldCollection[];
  readonly shop: typeof SHOP;
  readonly markets: typeof MARKETS;
  readonly storefronts: typeof STOREFRONTS;
  readonly menus: Readonly<Record<string, readonly WorldMenuItem[]>>;
  readonly home: readonly WorldSection[];
  readonly pages: readonly WorldPage[];
  readonly sizeTables: readonly WorldSizeTable[];
  readonly synonyms: readonly WorldSynonym[];
  readonly searchRules: typeof SEARCH_RULES;
};

/** The demo shop of this seed: the same seed gives the same shop, byte for byte. */
export function demoWorld(seed: number): World {
  const made = DESIGNS.map((design) => productOf(design, seed));
  const products = withStock(relate(withComponents(made), seed), seed);
  return {
    brands: MAKERS.map((maker) => ({
      name: maker.name,
      handle: slug(maker.name),
      descriptionHtml: {
        en: maker.story.map((text) => `<p>${text.en}</p>`).join(''),
        de: maker.story.map((text) => `<p>${text.de}</p>`).join(''),
      },
    })),
    attributes: ATTRIBUTES,
    categories: CATEGORIES,
    products,
    collections: collectionsOf(products),
    shop: SHOP,
    markets: MARKETS,
    storefronts: STOREFRONTS,
    menus: MENUS,
    home: HOME,
    pages: [...PAGES, WITHDRAWAL_PAGE],
    sizeTables: SIZE_TABLES,
    synonyms: SYNONYMS,
    searchRules: SEARCH_RULES,
  };
}

// The two gift sets, by the SKUs of what lies in their box.
const COMPONENTS: Readonly<Record<string, readonly (readonly [sku: string, quantity: number])[]>> = {
  'breakfast-for-two-gift-set': [
    ['MUG-MANHA-CHALK', 2],
    ['BOW-GRAO-WHITE-S', 2],
  ],
  'quiet-evening-gift-set': [
    ['CAN-DUNEGRAS-SAND-S', 1],
    ['SOC-HVERDAG-OCHRE-36', 1],
    ['NOT-LOGBUCH-SAGE', 1],
  ],
};

function withComponents(products: readonly WorldProduct[]): WorldProduct[] {
  const skus = new Set(products.flatMap((product) => product.variants.map((variant) => variant.sku)));
  return products.map((product) => ({
    ...product,
    components: (COMPONENTS[product.handle] ?? []).map(([sku, quantity]) => {
      if (!skus.has(sku)) throw new RangeError(`${product.handle} contains ${sku}, which nobody sells`);
      return { sku, quantity };
    }),
  }));
}
