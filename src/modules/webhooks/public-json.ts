import { type CurrencyCode, money, toDecimal } from '../../kernel/index.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/**
 * A thing as others see it, in JSON: `totalMinor: 1999n` of an order in euros becomes `total: { amount: '19.99', currency:
 * 'EUR' }`, moments are ISO 8601, other whole numbers of unlimited size are text, and what is not known is left out.
 */
export function publicJson(value: unknown, currency: CurrencyCode | undefined): Json | undefined {
  if (value === undefined || typeof value === 'function' || typeof value === 'symbol') return undefined;
  if (typeof value === 'bigint') return value.toString();
  if (value === null || typeof value !== 'object') return plain(value);
  if (value instanceof Temporal.Instant || value instanceof Temporal.PlainDate) return value.toString();
  if (Array.isArray(value)) return value.map((item) => publicJson(item, currency) ?? null);
  if (value instanceof Map) return publicJson([...value.values()], currency);
  const entries = Object.entries(value).flatMap(([name, item]) => publicEntry(name, item, currency));
  return Object.fromEntries(entries);
}

function publicEntry(
  name: string,
  item: unknown,
  currency: CurrencyCode | undefined,
): readonly (readonly [string, Json])[] {
  if (name.endsWith('Minor') && typeof item === 'bigint' && currency !== undefined) {
    const amount = toDecimal(money(item, currency));
    return [[name.slice(0, -'Minor'.length), { amount, currency }]];
  }
  const json = publicJson(item, currency);
  return json === undefined ? [] : [[name, json]];
}

function plain(value: unknown): Json | undefined {
  return value === null ||
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean'
    ? value
    : undefined;
}
