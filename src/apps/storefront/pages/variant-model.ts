import type { Product, Variant } from '../../../modules/catalog/index.ts';
import type { VariantModel } from '../model/index.ts';
import { moneyText } from '../money-text.ts';
import type { Site } from '../site.ts';
import type { ProductFacts } from './product-facts.ts';
import { stockOf } from './stock.ts';
import { unitPriceText } from './unit-price.ts';
import type { Offer } from './variant-choice.ts';

/** The variants that are sold in this storefront: those with a price in its currency, in the product's order. */
export function offersOf(product: Product, facts: Pick<ProductFacts, 'prices' | 'availability'>): Offer[] {
  return product.variants
    .filter((variant) => facts.prices.has(variant.id))
    .map((variant) => ({
      variant,
      isBuyable: facts.availability.get(variant.id)?.isBuyable ?? false,
    }));
}

/** What page, structured data and feeds say of a variant: one place, so that they cannot differ. */
export function variantModel(
  variant: Variant,
  facts: Pick<ProductFacts, 'prices' | 'availability' | 'reductions'>,
  site: Pick<Site, 'currency' | 'locale'>,
): VariantModel {
  const price = facts.prices.get(variant.id);
  if (!price) throw new TypeError(`variant ${variant.id} has no price in ${site.currency}`);
  const { currency, locale } = site;
  const reduction = facts.reductions.get(variant.id);
  return {
    id: variant.id,
    optionValues: variant.optionValues,
    price: moneyText(price.amountMinor, currency, locale),
    // Never the compare-at price as entered: only what may lawfully be announced (see pricing's reduction.ts).
    compareAt: reduction && moneyText(reduction.priorMinor, currency, locale),
    unitPrice: variant.unitPrice && unitPriceText(price.amountMinor, variant.unitPrice, currency, locale),
    stock: stockOf(facts.availability.get(variant.id), locale),
    sku: variant.sku,
    pictureAssetId: variant.assetId,
  };
}
