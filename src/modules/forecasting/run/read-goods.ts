import type { Db } from '../../../platform/database/index.ts';
import {
  type AttributeValue,
  listVariantIds,
  type ProductId,
  readAttributesOf,
  readSellables,
  type Sellable,
  type VariantId,
} from '../../catalog/index.ts';

/** A variant whose demand is forecast, as it is called. */
export type Good = {
  readonly variantId: VariantId;
  readonly productId: ProductId;
  readonly title: string;
  /** `S / Blue` */
  readonly options: string;
  readonly sku: string;
  readonly category: string;
  readonly brand: string | undefined;
  /** Its options and attributes by name, as far as they are short. */
  readonly attributes: Readonly<Record<string, string>>;
};

export type Goods = {
  readonly goods: ReadonlyMap<VariantId, Good>;
  /** What bundles are made of: their demand is that of their components. */
  readonly bundles: ReadonlyMap<VariantId, Sellable['components']>;
};

const PAGE = 1_000;
/** What is longer is told, and no trait: care instructions, say. */
const LONGEST = 60;

/** All goods that lie somewhere and are not archived, and the bundles of them. Files and gift cards never run out. */
export async function readGoods(db: Db): Promise<Goods> {
  const goods = new Map<VariantId, Good>();
  const bundles = new Map<VariantId, Sellable['components']>();
  let after: VariantId | undefined;
  for (;;) {
    const ids = await listVariantIds(db, { after, limit: PAGE });
    const attributes = await readAttributesOf(db, ids);
    for (const one of (await readSellables(db, ids)).values()) {
      if (one.kind === 'bundle') bundles.set(one.variantId, one.components);
      if (one.kind === 'physical' && one.status !== 'archived') {
        goods.set(one.variantId, goodOf(one, attributes.get(one.variantId)));
      }
    }
    if (ids.length < PAGE) return { goods, bundles };
    after = ids.at(-1);
  }
}

function goodOf(sellable: Sellable, attributes: Parameters<typeof traitsOf>[1]): Good {
  const { variantId, productId, title, options, sku = '', categoryPaths, brandId } = sellable;
  const [category = ''] = categoryPaths;
  return {
    ...{ variantId, productId, title, sku, category, brand: brandId },
    options: options.map(({ value }) => value).join(' / '),
    attributes: traitsOf(options, attributes),
  };
}

/** What it is chosen by and what is said of it. An option goes before an attribute of its name. */
function traitsOf(
  options: Sellable['options'],
  attributes: Readonly<Record<string, AttributeValue>> = {},
): Readonly<Record<string, string>> {
  const traits: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes)) {
    const text = Array.isArray(value) ? value.toSorted().join(', ') : String(value);
    if (text.length <= LONGEST) traits[name.toLowerCase()] = text;
  }
  for (const { name, value } of options) traits[name.toLowerCase()] = value;
  return traits;
}
