import type { PricedCart } from '../../../modules/carts/index.ts';
import { formatAddress } from '../../../modules/markets/index.ts';
import type { DeliveryOption } from '../../../modules/shipping/index.ts';
import { message } from '../messages/index.ts';
import type { CheckoutPage, DeliveryChoice } from '../model/index.ts';
import { moneyText } from '../money-text.ts';
import type { Site } from '../site.ts';
import type { Typed } from './typed.ts';

/** The ways of delivery: one choice a method, its pick-up points within it. */
export function deliveryStep(priced: PricedCart, typed: Typed, site: Site): CheckoutPage['delivery'] {
  const methods = Map.groupBy(priced.deliveryOptions, ({ methodId }) => methodId);
  const chosen = priced.delivery;
  const choices = [...methods].map(([methodId, options]): DeliveryChoice => {
    const [first] = options;
    const priceMinor = first?.priceMinor ?? 0n;
    const points = options.flatMap((option) => pointOf(option, chosen, site) ?? []);
    return {
      value: methodId,
      title: first?.name ?? '',
      text: daysText(first, site),
      isChosen: chosen?.methodId === methodId,
      price: moneyText(priceMinor, site.currency, site.locale),
      isFree: priceMinor === 0n,
      points,
      pointProblem: undefined,
    };
  });
  const isPossible = choices.length > 0;
  const key = priced.destination.isEstimate ? 'checkout.delivery_needs_address' : 'checkout.delivery_none';
  return {
    choices,
    message: isPossible ? undefined : message(site.locale, key),
    problem: typed.problems.get('delivery'),
  };
}

/** The option that the form's two fields name: a method, and a point of it where it has some. */
export function chosenOptionId(
  values: Typed['values'],
  options: readonly DeliveryOption[],
): string | undefined {
  const { delivery: methodId = '', pickup = '' } = values;
  const ofMethod = options.filter((option) => option.methodId === methodId);
  return (ofMethod.find(({ id }) => id === pickup) ?? ofMethod[0])?.id;
}

function pointOf(option: DeliveryOption, chosen: DeliveryOption | undefined, site: Site) {
  const { pickupPoint, id } = option;
  if (pickupPoint === undefined) return undefined;
  const [, ...lines] = formatAddress(pickupPoint.address, { locale: site.locale });
  return { value: id, title: pickupPoint.name, text: lines.join(', '), isChosen: chosen?.id === id };
}

export function daysText(
  option: Pick<DeliveryOption, 'minDays' | 'maxDays'> | undefined,
  { locale }: Pick<Site, 'locale'>,
): string | undefined {
  const { minDays: min = option?.maxDays, maxDays: max = option?.minDays } = option ?? {};
  if (min === undefined || max === undefined) return undefined;
  if (min === max) return message(locale, 'checkout.delivery_days', { count: max });
  return message(locale, 'checkout.delivery_span', { min, max });
}
