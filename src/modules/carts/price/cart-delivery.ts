import type { Quote } from '../../pricing/index.ts';
import { type DeliveryOption, type Dimensions, deliveryOptions } from '../../shipping/index.ts';
import type { Cart } from '../cart.ts';
import type { Destination } from '../priced-cart.ts';
import type { CartFacts, CartGround } from './cart-facts.ts';
import type { CheckedLine } from './cart-lines.ts';

export type CartDelivery = {
  readonly isNeeded: boolean;
  readonly options: readonly DeliveryOption[];
  /** The shopper's choice, where it can still be had. */
  readonly chosen: DeliveryOption | undefined;
};

/** Where the goods go, or would go: until there is an address, the market's first country, so that a total is shown. */
export function destinationOf(cart: Cart, { market, sellerCountry, goingTo }: CartGround): Destination {
  if (goingTo !== undefined) return { ...goingTo, isEstimate: true };
  const address = cart.shippingAddress ?? cart.billingAddress;
  if (address === undefined) return { country: market.countries[0] ?? sellerCountry, isEstimate: true };
  const { country, region, postalCode } = address;
  return {
    country,
    ...(region === undefined ? {} : { region }),
    ...(postalCode === undefined ? {} : { postalCode }),
    isEstimate: false,
  };
}

/** What the goods, at their prices after discounts, may be delivered by. */
export function deliveryOf(
  cart: Cart,
  checked: readonly CheckedLine[],
  goods: Quote,
  facts: CartFacts,
): CartDelivery {
  const parcels = checked.filter(
    ({ sellable, soldQuantity }) => sellable?.requiresShipping && soldQuantity > 0,
  );
  if (parcels.length === 0) return { isNeeded: false, options: [], chosen: undefined };
  const { isEstimate: _isEstimate, ...destination } = destinationOf(cart, facts);
  const maxDims = longestSides(parcels);
  const options = deliveryOptions(facts.rulebooks.shipping, {
    destination,
    currency: cart.currency,
    goods: {
      weightGrams: sum(
        parcels.map(({ sellable, soldQuantity }) => (sellable?.weightGrams ?? 0) * soldQuantity),
      ),
      valueMinor: goods.totals.subtotalMinor - goods.totals.discountMinor,
      quantity: sum(parcels.map(({ soldQuantity }) => soldQuantity)),
      requiresShipping: true,
      ...(maxDims === undefined ? {} : { maxDims }),
    },
    locale: cart.locale,
  });
  return { isNeeded: true, options, chosen: options.find(({ id }) => id === cart.deliveryOptionId) };
}

/** The longest, second and shortest side that any piece has. */
function longestSides(parcels: readonly CheckedLine[]): Dimensions | undefined {
  const sides = parcels.flatMap(({ sellable }) =>
    sellable?.dimensionsMm === undefined ? [] : [sellable.dimensionsMm.toSorted((a, b) => b - a)],
  );
  if (sides.length === 0) return undefined;
  const most = (place: number) => Math.max(...sides.map((three) => three[place] ?? 0));
  return { lengthMm: most(0), widthMm: most(1), heightMm: most(2) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
