import { fallbacksOf, type Locale } from '../../kernel/index.ts';
import type { DeliveryInput, DeliveryOption } from './delivery-option.ts';
import type { DeliveryMethod, Dimensions } from './method.ts';
import { nearestPoints } from './nearest-points.ts';
import type { PickupPoint } from './pickup-point.ts';
import { mostSpecific } from './place-match.ts';
import { ratePrice } from './rate-price.ts';
import type { ShippingRulebook } from './rulebook.ts';

/** So many pick-up points of a method are offered by themselves; any other can be named by its id. */
const POINTS_OFFERED = 5;

/**
 * What the shopper may choose, cheapest first, then in the manager's order. A destination is in one zone, the most
 * specific; methods without a price in that zone and currency are not offered. [] = cannot be delivered, or nothing is
 * to be.
 *
 * @example
 * deliveryOptions(rulebook, { destination: { country: 'DE', postalCode: '20457' }, currency, goods, locale })
 * // [{ id: '0195…', name: 'Standard', priceMinor: 490n, minDays: 2, maxDays: 3, … }, …]
 */
export function deliveryOptions(rulebook: ShippingRulebook, input: DeliveryInput): DeliveryOption[] {
  return pricedMethods(rulebook, input)
    .flatMap(({ method, priceMinor }) => {
      if (method.kind === 'delivery') return [optionOf(method, priceMinor, input.locale)];
      const points = nearestPoints(pointsOf(method, rulebook, input), input.destination, POINTS_OFFERED);
      return points.map((point) => optionOf(method, priceMinor, input.locale, point));
    })
    .toSorted((a, b) => (a.priceMinor < b.priceMinor ? -1 : a.priceMinor > b.priceMinor ? 1 : 0));
}

/** The option with this id at its present price, also for a pick-up point that is not among the nearest. */
export function deliveryOption(
  rulebook: ShippingRulebook,
  input: DeliveryInput,
  optionId: string,
): DeliveryOption | undefined {
  const [methodId, pointId] = optionId.split('.', 2);
  const priced = pricedMethods(rulebook, input).find(({ method }) => method.id === methodId);
  if (priced === undefined) return undefined;
  const { method, priceMinor } = priced;
  if (method.kind === 'delivery') {
    return pointId === undefined ? optionOf(method, priceMinor, input.locale) : undefined;
  }
  const point = pointsOf(method, rulebook, input).find(({ id }) => id === pointId);
  return point && optionOf(method, priceMinor, input.locale, point);
}

function pricedMethods(
  rulebook: ShippingRulebook,
  input: DeliveryInput,
): { readonly method: DeliveryMethod; readonly priceMinor: bigint }[] {
  const { currency, destination, goods } = input;
  if (!goods.requiresShipping) return [];
  const zone = mostSpecific(rulebook.zones, destination);
  return rulebook.methods.flatMap((method) => {
    const rate = method.rates.find((one) => one.zoneId === zone?.id && one.currency === currency);
    if (rate === undefined || !isWithinLimits(method, goods)) return [];
    const priceMinor = ratePrice(rate, goods, { tables: rulebook.tables, destination });
    return priceMinor === undefined ? [] : [{ method, priceMinor }];
  });
}

function isWithinLimits(method: DeliveryMethod, goods: DeliveryInput['goods']): boolean {
  if (method.maxWeightGrams !== undefined && goods.weightGrams > method.maxWeightGrams) return false;
  if (method.maxDimensions === undefined || goods.maxDims === undefined) return true;
  const allowed = sides(method.maxDimensions);
  return sides(goods.maxDims).every((side, index) => side <= (allowed[index] ?? 0));
}

/** The longest first: a parcel may be turned. */
function sides({ lengthMm, widthMm, heightMm }: Dimensions): number[] {
  return [lengthMm, widthMm, heightMm].toSorted((a, b) => b - a);
}

function pointsOf(method: DeliveryMethod, rulebook: ShippingRulebook, input: DeliveryInput): PickupPoint[] {
  return rulebook.pickupPoints.filter(
    (point) => point.carrier === method.carrier && point.address.country === input.destination.country,
  );
}

function optionOf(
  method: DeliveryMethod,
  priceMinor: bigint,
  locale: Locale,
  pickupPoint?: PickupPoint,
): DeliveryOption {
  const { carrier, service, minDays, maxDays, cutOff } = method;
  return {
    id: pickupPoint === undefined ? method.id : `${method.id}.${pickupPoint.id}`,
    methodId: method.id,
    name: nameOf(method, locale),
    priceMinor,
    taxClass: method.taxClass,
    ...(method.isTaxedLikeGoods ? { isTaxedLikeGoods: true } : {}),
    ...(carrier === undefined ? {} : { carrier }),
    ...(service === undefined ? {} : { service }),
    ...(minDays === undefined ? {} : { minDays }),
    ...(maxDays === undefined ? {} : { maxDays }),
    ...(cutOff === undefined ? {} : { cutOff }),
    ...(pickupPoint === undefined ? {} : { pickupPoint }),
  };
}

function nameOf({ name, translations }: DeliveryMethod, locale: Locale): string {
  return fallbacksOf(locale).flatMap((tag) => translations[tag] ?? [])[0] ?? name;
}
