import { parseLocale, refuse } from '../../kernel/index.ts';
import { nameRefusal } from './check-place.ts';
import { isAmount, stepsRefusal } from './check-steps.ts';
import type { DeliveryMethod, Rate } from './method.ts';
import type { ShippingRefusal } from './zone.ts';

const RATES = 1_000;
const DAYS = 365;
const LARGEST = 2_147_483_647;

/** What is wrong with a method by itself; the first thing found. */
export function methodRefusal(method: Omit<DeliveryMethod, 'id'>): ShippingRefusal | undefined {
  if (!/^[a-z0-9-]{1,40}$/.test(method.code)) {
    return invalid('code', 'a code has 1 to 40 lower-case letters, digits and hyphens');
  }
  return (
    nameRefusal(method.name, 'name') ??
    translationsRefusal(method) ??
    wordsRefusal(method) ??
    daysRefusal(method) ??
    limitsRefusal(method) ??
    ratesRefusal(method.rates)
  );
}

function translationsRefusal({ translations }: Omit<DeliveryMethod, 'id'>): ShippingRefusal | undefined {
  for (const [tag, name] of Object.entries(translations)) {
    const field = `translations.${tag}`;
    if (parseLocale(tag) !== tag) return invalid(field, `"${tag}" is no BCP 47 language tag`);
    const refusal = nameRefusal(name, field);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

function wordsRefusal({
  carrier,
  service,
  taxClass,
}: Omit<DeliveryMethod, 'id'>): ShippingRefusal | undefined {
  for (const [field, text] of [
    ['carrier', carrier],
    ['service', service],
    ['taxClass', taxClass],
  ] as const) {
    if (text !== undefined && text.length > 60) {
      return refuse('too_long', `${field} has at most 60 characters`, field).refusal;
    }
  }
  return carrier === '' ? invalid('carrier', 'leave the carrier out when it is the shop itself') : undefined;
}

function daysRefusal({ minDays, maxDays, cutOff }: Omit<DeliveryMethod, 'id'>): ShippingRefusal | undefined {
  for (const [field, days] of [
    ['minDays', minDays],
    ['maxDays', maxDays],
  ] as const) {
    if (days !== undefined && !(Number.isInteger(days) && days >= 0 && days <= DAYS)) {
      return invalid(field, `0 to ${DAYS} business days`);
    }
  }
  if (minDays !== undefined && maxDays !== undefined && maxDays < minDays) {
    return invalid('maxDays', 'the last day is not before the first');
  }
  if (cutOff === undefined || /^([01]\d|2[0-3]):[0-5]\d$/.test(cutOff)) return undefined;
  return invalid('cutOff', 'a time of the day, such as 14:00');
}

function limitsRefusal(method: Omit<DeliveryMethod, 'id'>): ShippingRefusal | undefined {
  const { maxWeightGrams, maxDimensions } = method;
  if (maxWeightGrams !== undefined && !isMeasure(maxWeightGrams)) {
    return invalid('maxWeightGrams', 'a weight is a whole number of grams above zero');
  }
  if (!Object.values(maxDimensions ?? {}).every(isMeasure)) {
    return invalid('maxDimensions', 'sides are whole millimetres above zero');
  }
  return Number.isInteger(method.position) && Math.abs(method.position) <= 1_000_000
    ? undefined
    : invalid('position', 'a position is a whole number');
}

function ratesRefusal(rates: readonly Rate[]): ShippingRefusal | undefined {
  if (rates.length > RATES) return refuse('too_many', `at most ${RATES} prices a method`, 'rates').refusal;
  const seen = new Set<string>();
  for (const [index, rate] of rates.entries()) {
    const path = `rates[${index}]`;
    const key = `${rate.zoneId} ${rate.currency}`;
    if (seen.has(key)) return invalid(path, `the zone has a price in ${rate.currency} already`);
    seen.add(key);
    if (rate.freeFromMinor !== undefined && !isAmount(rate.freeFromMinor)) {
      return invalid(`${path}.freeFromMinor`, 'an amount is zero or more');
    }
    if (rate.basis !== 'carrier') {
      const refusal = stepsRefusal(rate.steps, `${path}.steps`);
      if (refusal !== undefined) return refusal;
    } else if (!isAmount(rate.surchargeMinor)) {
      return invalid(`${path}.surchargeMinor`, 'an amount is zero or more');
    }
  }
  return undefined;
}

function isMeasure(value: number): boolean {
  return Number.isInteger(value) && value > 0 && value <= LARGEST;
}

function invalid(field: string, message: string): ShippingRefusal {
  return refuse('invalid', message, field).refusal;
}
