import { ok, type Result, refuse } from '../../kernel/index.ts';
import { newId } from '../../platform/id.ts';
import { isPublished, type Offered, readOffered, type VariantId } from '../catalog/index.ts';
import { type Availability, readAvailability } from '../inventory/index.ts';
import { type Price, readPrices } from '../pricing/index.ts';
import { CART_LIMITS, type Cart, type CartRefusal } from './cart.ts';
import { changeCart, unknownCart } from './change-cart.ts';
import type { CartDeps } from './deps.ts';
import { quantityRefusal, withAdded } from './line-changes.ts';
import { mostOf } from './price/cart-lines.ts';
import { selectCart } from './store/carts.ts';
import { textRefusal } from './texts.ts';
import { tokenHash } from './token.ts';

export type AddLine = {
  readonly token: string;
  readonly variantId: VariantId;
  readonly quantity: number;
  readonly giftMessage?: string;
  readonly now: Temporal.Instant;
};

/**
 * Puts pieces of a variant into the cart, on top of those that are in it. Two round trips: everything that is read goes
 * out together, then one statement writes. Refused when it is not for sale, or when there are fewer than that.
 */
export async function addLine(deps: CartDeps, input: AddLine): Promise<Result<Cart, CartRefusal>> {
  const { variantId, quantity, giftMessage = '', now } = input;
  const hash = tokenHash(input.token);
  const refusal =
    quantityRefusal(quantity) ?? textRefusal('giftMessage', giftMessage, CART_LIMITS.giftMessageLength);
  if (refusal !== undefined) return { ok: false, refusal };
  if (hash === undefined) return unknownCart();
  const [cart, offer] = await Promise.all([selectCart(deps.reads, hash), readOffer(deps, variantId)]);
  return changeCart(
    deps,
    input,
    (current) => {
      const price = offerPrice(current, offer, now);
      if (!price.ok) return price;
      const { productId, addedUnitMinor } = price.value;
      const line = { id: newId<'cart_line'>(), variantId, productId, quantity, giftMessage, addedUnitMinor };
      const lines = withAdded(current.lines, line);
      if (!lines.ok) return lines;
      const wanted = lines.value
        .filter((one) => one.variantId === variantId)
        .reduce((sum, one) => sum + one.quantity, 0);
      const most = mostOf(offer.availability);
      if (most !== undefined && wanted > most) return outOfStock(most);
      return ok({ ...current, lines: lines.value });
    },
    cart,
  );
}

/** What is known of a variant to sell, whichever cart it goes into. */
type Offer = {
  readonly sellable: Offered | undefined;
  readonly prices: readonly Price[];
  readonly availability: Availability | undefined;
};

async function readOffer({ reads }: CartDeps, variantId: VariantId): Promise<Offer> {
  const [sellables, prices, availability] = await Promise.all([
    readOffered(reads, [variantId]),
    readPrices(reads, [variantId]),
    readAvailability(reads, [variantId], { mayBeBundles: false }),
  ]);
  const sellable = sellables.get(variantId);
  // Of a bundle it is the components that are in stock: the rare case asks once more.
  const found = sellable?.kind === 'bundle' ? await readAvailability(reads, [variantId]) : availability;
  return { sellable, prices: prices.get(variantId) ?? [], availability: found.get(variantId) };
}

function offerPrice(
  cart: Cart,
  { sellable, prices }: Offer,
  now: Temporal.Instant,
): Result<{ readonly productId: Offered['productId']; readonly addedUnitMinor: bigint }, CartRefusal> {
  if (sellable === undefined) return refuse('unknown_variant', 'there is no such variant', 'variantId');
  const price = prices.find(({ currency }) => currency === cart.currency);
  if (price === undefined || !isPublished(sellable, now)) {
    return refuse('not_for_sale', `"${sellable.title}" cannot be bought here now`, 'variantId');
  }
  return ok({ productId: sellable.productId, addedUnitMinor: price.amountMinor });
}

export function outOfStock(available: number): { readonly ok: false; readonly refusal: CartRefusal } {
  const message = available > 0 ? `there are ${available} of it, not more` : 'there is none of it left';
  return refuse('out_of_stock', message, 'quantity');
}
