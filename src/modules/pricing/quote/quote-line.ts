import { splitMinor } from '../../../kernel/index.ts';
import { sumOf } from './benefits/cut.ts';
import type { Cart } from './cart.ts';
import type { CartLine } from './cart-line.ts';
import type { LineDiscount, QuotedLine } from './quoted.ts';
import { ratesOf, taxed, withoutTax } from './tax.ts';

/** A line with its discounts and taxes. `given`: how many pieces of an offered gift are given. */
export function quotedLine(
  { input }: Pick<Cart, 'input'>,
  cartLine: CartLine,
  { discounts, given }: { readonly discounts: readonly LineDiscount[]; readonly given: number },
): QuotedLine {
  const { line, price } = cartLine;
  const isGift = line.isGift === true;
  const quantity = isGift ? given : line.quantity;
  const taxing = { taxClass: line.taxClass, isTaxable: line.isTaxable && !line.isGiftCard };
  const { rates, takenOut } = ratesOf(input, taxing);
  const reduced = reducedBy(price.unitMinor * BigInt(quantity), discounts, (amount) =>
    withoutTax(amount, takenOut),
  );
  const paid = taxed(reduced.subtotalMinor - reduced.discountMinor, rates, input.pricesIncludeTax);
  const isBase = price.reason.kind === 'base';
  return {
    id: line.id,
    variantId: line.variantId,
    productId: line.productId,
    quantity,
    unitMinor: withoutTax(price.unitMinor, takenOut),
    ...reduced,
    ...paid,
    totalMinor: paid.netMinor + paid.taxMinor,
    priceReason: price.reason,
    compareAt: isBase && takenOut.length === 0 ? line.compareAt : undefined,
    taxing,
    isGift,
  };
}

/** Amounts after tax was taken out: the discount is the difference, and its parts keep their proportions. */
export function reducedBy(
  amountMinor: bigint,
  discounts: readonly LineDiscount[],
  toNet: (amountMinor: bigint) => bigint,
): Pick<QuotedLine, 'subtotalMinor' | 'discountMinor' | 'discounts'> {
  const off = discounts.map((discount) => discount.amountMinor);
  const [before, after] = [toNet(amountMinor), toNet(amountMinor - sumOf(off))];
  // A delivery shared among rates can be a minor unit more after a discount: shares by largest remainder move.
  const subtotalMinor = before > after ? before : after;
  const discountMinor = subtotalMinor - after;
  if (off.length === 0) return { subtotalMinor, discountMinor, discounts };
  const parts = splitMinor(discountMinor, off);
  return {
    subtotalMinor,
    discountMinor,
    discounts: discounts.map((discount, index) => ({ ...discount, amountMinor: parts[index] ?? 0n })),
  };
}
