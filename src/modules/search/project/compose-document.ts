import type { Locale } from '../../../kernel/index.ts';
import type { AssetId, Product, Variant, VariantId } from '../../catalog/index.ts';
import type { Availability } from '../../inventory/index.ts';
import type { Picture } from '../../media/index.ts';
import type { CollectionPlace } from '../../merchandising/index.ts';
import type { Price } from '../../pricing/index.ts';
import type { DocumentPicture, DocumentPrice, SearchDocument } from '../document.ts';
import { composeTexts } from './compose-texts.ts';
import type { References } from './references.ts';
import { swatchesOf } from './swatches.ts';

/** All that the front doors tell of a batch of products. */
export type Facts = {
  readonly references: References;
  readonly translations: ReadonlyMap<Locale, ReadonlyMap<string, Readonly<Record<string, string>>>>;
  readonly prices: ReadonlyMap<VariantId, readonly Price[]>;
  readonly availability: ReadonlyMap<VariantId, Availability>;
  readonly collections: ReadonlyMap<string, readonly CollectionPlace[]>;
  readonly sales: ReadonlyMap<string, number>;
  readonly pictures: ReadonlyMap<AssetId, Picture>;
};

/** Pictures of which a card shows the first two that are ready. */
export const CARD_PICTURES = 4;

/** What search knows of an active product. Pure: the same facts give the same document. */
export function composeDocument(product: Product, facts: Facts): SearchDocument {
  const { references, availability } = facts;
  const brand = product.brandId === undefined ? undefined : references.brands.get(product.brandId);
  const stocks = product.variants.flatMap(({ id }) => availability.get(id) ?? []);
  const [picture, secondPicture] = cardPictures(product, facts.pictures);
  return {
    productId: product.id,
    handle: product.handle,
    window: {
      fromMs: product.publishAt?.epochMilliseconds ?? null,
      untilMs: product.unpublishAt?.epochMilliseconds ?? null,
    },
    texts: textsByLocale(product, facts),
    codes: product.variants.flatMap(({ sku, barcode }) => [sku ?? [], barcode ?? []].flat()),
    brand: brand === undefined ? null : { handle: brand.handle, name: brand.name },
    categoryPaths: product.categoryIds.flatMap((id) => references.categories.get(id)?.path ?? []),
    productType: product.productType,
    tags: product.tags,
    prices: pricesOf(product.variants, facts.prices),
    available: stocks.reduce((sum, { available }) => sum + Math.max(0, available), 0),
    isBuyable: stocks.some(({ isBuyable }) => isBuyable),
    attributes: facetAttributes(product, references),
    options: Object.fromEntries(product.options.map(({ name, values }) => [name, values])),
    collections: (facts.collections.get(product.id) ?? []).map(({ collectionId, position, kind, place }) => ({
      id: collectionId,
      position,
      kind: kind ?? null,
      place: place ?? null,
    })),
    createdAtMs: product.createdAt.epochMilliseconds,
    publishedAtMs: product.publishedAt?.epochMilliseconds ?? null,
    sales30d: facts.sales.get(product.id) ?? 0,
    picture: picture ?? null,
    secondPicture: secondPicture ?? null,
    swatches: swatchesOf(product),
    variantCount: product.variants.length,
  };
}

/** The shop's own language always; another where something of the product, its category or attributes is translated. */
function textsByLocale(product: Product, { references, translations }: Facts): SearchDocument['texts'] {
  const texts: Record<string, SearchDocument['texts'][string]> = {};
  for (const [index, locale] of references.locales.entries()) {
    const words = translations.get(locale)?.get(product.id);
    const isWorded =
      words !== undefined ||
      (references.categoryWords.get(locale)?.size ?? 0) > 0 ||
      (references.attributeWords.get(locale)?.size ?? 0) > 0;
    if (index === 0 || isWorded) texts[locale] = composeTexts(product, references, locale, words ?? {});
  }
  return texts;
}

/** Amounts stay bigint; a document has them in decimal. */
function pricesOf(
  variants: readonly Variant[],
  prices: ReadonlyMap<VariantId, readonly Price[]>,
): Record<string, DocumentPrice> {
  const all = variants.flatMap(({ id }) => prices.get(id) ?? []);
  const byCurrency = Map.groupBy(all, ({ currency }) => currency);
  const documents = [...byCurrency].map(([currency, list]): [string, DocumentPrice] => {
    const sorted = list.toSorted((a, b) => Number(a.amountMinor - b.amountMinor));
    const [least] = sorted;
    return [
      currency,
      {
        minMinor: String(least?.amountMinor ?? 0n),
        maxMinor: String(sorted.at(-1)?.amountMinor ?? 0n),
        compareAtMinor: least?.compareAtMinor === undefined ? null : String(least.compareAtMinor),
      },
    ];
  });
  return Object.fromEntries(documents);
}

/** A boolean is a facet of those that have it; prose and addresses are none. */
function facetAttributes(product: Product, { definitions }: References): SearchDocument['attributes'] {
  const facets: Record<string, readonly string[] | number> = {};
  for (const [key, value] of Object.entries(product.attributes)) {
    if (definitions.get(key)?.isFacet !== true || value === false) continue;
    if (typeof value === 'number') facets[key] = value;
    else facets[key] = typeof value === 'object' ? value : [String(value)];
  }
  return facets;
}

function cardPictures(product: Product, pictures: Facts['pictures']): DocumentPicture[] {
  return product.media.slice(0, CARD_PICTURES).flatMap(({ assetId, alt }) => {
    const picture = pictures.get(assetId);
    if (picture === undefined) return [];
    const { width, height, placeholderColor } = picture;
    return [{ assetId, width, height, placeholderColor, alt }];
  });
}
