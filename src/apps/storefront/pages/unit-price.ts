import { type CurrencyCode, divideRounded, type Locale } from '../../../kernel/index.ts';
import type { UnitPriceMeasure } from '../../../modules/catalog/index.ts';
import { message } from '../messages/index.ts';
import { moneyText } from '../money-text.ts';

/**
 * The price per unit of measurement (Directive 98/6/EC, article 3), rounded to the currency's smallest unit:
 * 4.00 euros for 250 g shown per 1 kg is `€16.00 / kg`. `undefined` when the two units measure different things.
 */
export function unitPriceText(
  amountMinor: bigint,
  measure: UnitPriceMeasure,
  currency: CurrencyCode,
  locale: Locale,
): string | undefined {
  const minor = unitPriceMinor(amountMinor, measure);
  if (minor === undefined) return undefined;
  const name = measure.baseUnit.trim();
  const unit = measure.base === 1 ? name : `${measure.base} ${name}`;
  return message(locale, 'product.unit_price', { price: moneyText(minor, currency, locale).text, unit });
}

export function unitPriceMinor(amountMinor: bigint, measure: UnitPriceMeasure): bigint | undefined {
  const total = sizeOf(measure.total, measure.totalUnit);
  const base = sizeOf(measure.base, measure.baseUnit);
  if (!total || !base || total.of !== base.of || total.size <= 0n || base.size <= 0n) return undefined;
  return divideRounded(amountMinor * base.size, total.size);
}

const SCALE = 1_000_000;

function sizeOf(count: number, unit: string): { readonly of: string; readonly size: bigint } | undefined {
  const name = unit.trim().toLowerCase();
  const known = UNITS.get(name);
  if (!Number.isFinite(count)) return undefined;
  // A unit that is not in the table still compares with itself: 6 capsules shown per 1 capsule.
  const [of, factor] = known ?? [name, 1];
  return { of, size: BigInt(Math.round(count * SCALE)) * BigInt(factor) };
}

// Each unit's kind and how many of the kind's smallest unit it has.
const UNITS: ReadonlyMap<string, readonly [kind: string, factor: number]> = new Map([
  ['mg', ['mass', 1]],
  ['g', ['mass', 1_000]],
  ['kg', ['mass', 1_000_000]],
  ['ml', ['volume', 1]],
  ['cl', ['volume', 10]],
  ['dl', ['volume', 100]],
  ['l', ['volume', 1_000]],
  ['m3', ['volume', 1_000_000]],
  ['mm', ['length', 1]],
  ['cm', ['length', 10]],
  ['m', ['length', 1_000]],
  ['cm2', ['area', 1]],
  ['m2', ['area', 10_000]],
]);
