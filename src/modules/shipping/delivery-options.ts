import { fallbacksOf, type Locale } from '../../kernel/index.ts';
import type { DeliveryInput, DeliveryOption } from './delivery-option.ts';
import { deliveryVerdict } from './delivery-verdict.ts';
import type { DeliveryMethod } from './method.ts';
import { nearestPoints } from './nearest-points.ts';
import type { PickupPoint } from './pickup-point.ts';
import { mostSpecific } from './place-match.ts';
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
    .flatMap(({ method, priceMinor }) => optionsOf(method, priceMinor, rulebook, input))
    .toSorted((a, b) => (a.priceMinor < b.priceMinor ? -1 : a.priceMinor > b.priceMinor ? 1 : 0));
}

/** What a priced method is to the shopper: one option, or one for each of the nearest pick-up points. */
export function optionsOf(
  method: DeliveryMethod,
  priceMinor: bigint,
  rulebook: ShippingRulebook,
  input: DeliveryInput,
): DeliveryOption[] {
  if (method.kind === 'delivery') return [optionOf(method, priceMinor, input.locale)];
  const points = nearestPoints(pointsOf(method, rulebook, input), input.destination, POINTS_OFFERED);
  return points.map((point) => optionOf(method, priceMinor, input.locale, point));
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
  const zone = mostSpecific(rulebook.zones, input.destination);
  return rulebook.methods.flatMap((method) => {
    const verdict = deliveryVerdict(method, input, { zone, tables: rulebook.tables });
    return verdict.outcome === 'offered' ? [{ method, priceMinor: verdict.priceMinor }] : [];
  });
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
