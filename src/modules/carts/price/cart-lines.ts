import { isPublished, type Sellable, type VariantId } from '../../catalog/index.ts';
import type { Availability } from '../../inventory/index.ts';
import type { QuoteLine } from '../../pricing/index.ts';
import type { CartLine } from '../cart.ts';
import type { LineNotice } from '../priced-cart.ts';
import type { CartFacts } from './cart-facts.ts';

/** A line with what is known of it now, before it has a price. */
export type CheckedLine = {
  readonly line: CartLine;
  readonly sellable: Sellable | undefined;
  /** `undefined`: any number. */
  readonly available: number | undefined;
  readonly soldQuantity: number;
  readonly notices: readonly LineNotice[];
};

/**
 * How many of each line can be sold now, and what the shopper has to be told of it. Lines of one variant share its
 * stock, the first one first. Components that bundles share are counted where stock is reserved.
 */
export function checkLines(
  lines: readonly CartLine[],
  facts: CartFacts,
  now: Temporal.Instant,
): CheckedLine[] {
  const left = new Map<VariantId, number | undefined>();
  return lines.map((line) => {
    const { variantId } = line;
    const sellable = facts.sellables.get(variantId);
    const price = facts.prices.get(variantId);
    if (sellable === undefined || price === undefined || !isPublished(sellable, now)) {
      return { line, sellable, available: 0, soldQuantity: 0, notices: [{ kind: 'not_sold_any_more' }] };
    }
    const available = left.has(variantId) ? left.get(variantId) : mostOf(facts.availability.get(variantId));
    const soldQuantity = Math.min(line.quantity, available ?? line.quantity);
    left.set(variantId, available === undefined ? undefined : available - soldQuantity);
    const notices = [
      ...stockNotices(line.quantity, soldQuantity, facts.availability.get(line.variantId)),
      ...priceNotices(line.addedUnitMinor, price.amountMinor),
    ];
    return { line, sellable, available, soldQuantity, notices };
  });
}

/** What the quote needs of the lines that can be sold. */
export function quoteLines(checked: readonly CheckedLine[], facts: CartFacts): QuoteLine[] {
  return checked.flatMap(({ line, sellable, soldQuantity }) => {
    if (sellable === undefined || soldQuantity === 0) return [];
    return quoteLineOf({ id: line.id, sellable, quantity: soldQuantity }, facts) ?? [];
  });
}

/** Everything that promotions may give, offered to the quote as far as it is there. */
export function giftOffers(
  giftIds: readonly VariantId[],
  checked: readonly CheckedLine[],
  facts: CartFacts,
  now: Temporal.Instant,
): QuoteLine[] {
  return giftIds.flatMap((variantId) => {
    const sellable = facts.sellables.get(variantId);
    if (sellable === undefined || !isPublished(sellable, now)) return [];
    const bought = checked
      .filter(({ line }) => line.variantId === variantId)
      .reduce((sum, { soldQuantity }) => sum + soldQuantity, 0);
    const quantity = Math.min((mostOf(facts.availability.get(variantId)) ?? MOST_GIFTS) - bought, MOST_GIFTS);
    if (quantity <= 0) return [];
    const line = quoteLineOf({ id: giftLineId(variantId), sellable, quantity }, facts);
    return line === undefined ? [] : [{ ...line, isGift: true }];
  });
}

const MOST_GIFTS = 99;

export function giftLineId(variantId: VariantId): string {
  return `gift:${variantId}`;
}

/** How many can be had; `undefined` is any number. */
export function mostOf(availability: Availability | undefined): number | undefined {
  if (availability === undefined) return 0;
  return availability.isTracked && !availability.mayBackorder ? availability.available : undefined;
}

function quoteLineOf(
  { id, sellable, quantity }: { readonly id: string; readonly sellable: Sellable; readonly quantity: number },
  facts: CartFacts,
): QuoteLine | undefined {
  const { variantId, productId } = sellable;
  const price = facts.prices.get(variantId);
  if (price === undefined) return undefined;
  return {
    id,
    variantId,
    productId,
    quantity,
    basePriceMinor: price.amountMinor,
    listPrices: facts.listPrices.get(variantId) ?? [],
    compareAt: facts.reductions.get(variantId),
    isTaxable: sellable.isTaxable,
    taxClass: sellable.taxCode,
    weightGrams: sellable.weightGrams,
    requiresShipping: sellable.requiresShipping,
    isGiftCard: sellable.kind === 'gift_card',
    collectionIds: facts.collectionIds.get(productId) ?? [],
    categoryPaths: sellable.categoryPaths,
    brandId: sellable.brandId,
    tags: sellable.tags,
  };
}

function stockNotices(wanted: number, sold: number, of: Availability | undefined): LineNotice[] {
  if (sold === wanted) return [];
  if (sold > 0) return [{ kind: 'reduced_quantity', wanted, available: sold }];
  const { expectedOn } = of ?? {};
  return [{ kind: 'out_of_stock', ...(expectedOn === undefined ? {} : { expectedOn }) }];
}

function priceNotices(beforeMinor: bigint, nowMinor: bigint): LineNotice[] {
  return beforeMinor === nowMinor ? [] : [{ kind: 'price_changed', beforeMinor, nowMinor }];
}
