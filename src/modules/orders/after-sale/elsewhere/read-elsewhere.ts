import { ok, type Refusal, type Result, refuse } from '../../../../kernel/index.ts';
import { readSellables } from '../../../catalog/index.ts';
import { readCustomer } from '../../../customers/index.ts';
import { type PostalAddress, readMarkets, readShop } from '../../../markets/index.ts';
import {
  type DeliveryInput,
  type DeliveryOption,
  deliveryOption,
  deliveryOptions,
  type ShippingRulebook,
} from '../../../shipping/index.ts';
import { taxContext } from '../../../taxes/index.ts';
import type { OrderDeps } from '../../deps.ts';
import type { Order } from '../../order.ts';
import type { Elsewhere } from './agree-elsewhere.ts';

type Asked = {
  readonly address: PostalAddress;
  /** One of those that are offered there; else the order's own where it can be had there, or the cheapest. */
  readonly deliveryOptionId?: string | undefined;
  readonly now: Temporal.Instant;
};

/** Reads what holds at another place for the goods of an order that is to go there. */
export async function readElsewhere(
  deps: OrderDeps,
  order: Order,
  { address, deliveryOptionId, now }: Asked,
): Promise<
  Result<
    Elsewhere & { readonly options: readonly DeliveryOption[] },
    Refusal<'cannot_be_delivered' | 'unknown_delivery_option'>
  >
> {
  const { reads } = deps;
  const [shop, markets, rulebooks, customer] = await Promise.all([
    readShop(reads),
    readMarkets(reads),
    deps.rulebooks.read(reads),
    order.customerId === undefined ? undefined : readCustomer(reads, order.customerId),
  ]);
  const market = markets.find(({ code }) => code === order.market);
  if (market === undefined) throw new RangeError(`the order's market "${order.market}" is gone`);
  const destination = destinationOf(address);
  const goods = await goodsOf(deps, order);
  const asked = { destination, currency: order.currency, goods, locale: order.locale };
  const options = deliveryOptions(rulebooks.shipping, asked);
  if (options.length === 0) {
    return refuse('cannot_be_delivered', 'its goods cannot be delivered there', 'address.country');
  }
  const option = chosenOption(rulebooks.shipping, asked, {
    wanted: deliveryOptionId,
    agreed: order.delivery?.id,
    options,
  });
  if (option === undefined) {
    return refuse('unknown_delivery_option', 'it is not delivered there like this', 'deliveryOptionId');
  }
  const sellerCountry = shop.country || (markets[0]?.countries[0] ?? '');
  const { vatId } = order;
  const buyer = { isExempt: customer?.isTaxExempt ?? false, ...(vatId === '' ? {} : { vatId }) };
  const taxes = await taxContext(
    reads,
    { destination, sellerCountry, customer: buyer, now },
    rulebooks.taxes,
  );
  return ok({ pricesIncludeTax: market.pricesIncludeTax, taxes, option, options });
}

function chosenOption(
  rulebook: ShippingRulebook,
  asked: DeliveryInput,
  {
    wanted,
    agreed,
    options,
  }: {
    readonly wanted: string | undefined;
    readonly agreed: string | undefined;
    readonly options: readonly DeliveryOption[];
  },
): DeliveryOption | undefined {
  if (wanted !== undefined) return deliveryOption(rulebook, asked, wanted);
  return (agreed === undefined ? undefined : deliveryOption(rulebook, asked, agreed)) ?? options[0];
}

function destinationOf({ country, region, postalCode }: PostalAddress): DeliveryInput['destination'] {
  return {
    country,
    ...(region === undefined ? {} : { region }),
    ...(postalCode === undefined ? {} : { postalCode }),
  };
}

/** The parcel as it was ordered; how long its sides are, the catalogue knows. */
async function goodsOf({ reads }: OrderDeps, { lines, locale }: Order): Promise<DeliveryInput['goods']> {
  const parcels = lines.filter(({ requiresShipping }) => requiresShipping);
  const sellables = await readSellables(
    reads,
    parcels.map(({ variantId }) => variantId),
    [locale],
  );
  const sides = [...sellables.values()].flatMap(({ dimensionsMm }) =>
    dimensionsMm === undefined ? [] : [dimensionsMm.toSorted((a, b) => b - a)],
  );
  const most = (place: number) => Math.max(...sides.map((three) => three[place] ?? 0));
  const maxDims = { lengthMm: most(0), widthMm: most(1), heightMm: most(2) };
  return {
    weightGrams: sum(parcels.map(({ weightGrams, quantity }) => weightGrams * quantity)),
    valueMinor: lines.reduce((total, line) => total + line.subtotalMinor - line.discountMinor, 0n),
    quantity: sum(parcels.map(({ quantity }) => quantity)),
    requiresShipping: parcels.length > 0,
    ...(sides.length === 0 ? {} : { maxDims }),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
