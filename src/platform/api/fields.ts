import { z } from 'zod';
import {
  type CurrencyCode,
  fromDecimal,
  type Id,
  type Money,
  parseCurrency,
  toDecimal,
} from '../../kernel/index.ts';
import { documentedAs } from './openapi/documented.ts';

/** A text of at most `max` characters. Every field of an input has a limit: a test walks the schemas. */
export const text = (max: number, min = 0) => z.string().min(min).max(max);

/** A UUID in lower case, as the shop's own ids are. */
export function id<Name extends string>() {
  const uuid = z.string().regex(UUID, 'an id is a UUID in lower case');
  return documentedAs(
    uuid.transform((value) => value as Id<Name>),
    { type: 'string', format: 'uuid' },
  );
}

/** The part of an address that names a product, a collection, a page. */
export const handle = () =>
  z
    .string()
    .min(1)
    .max(255)
    .regex(/^[^/?#\s]+$/u, 'a handle has no spaces or slashes');

/** A whole number within bounds. */
export const integer = (min: number, max: number) => z.int().min(min).max(max);

export const list = <Item extends z.ZodType>(item: Item, max: number, min = 0) =>
  z.array(item).min(min).max(max);

/** `{ "amount": "19.99", "currency": "EUR" }`, at least zero, with no more digits than the currency has. */
export function moneyInput() {
  return z
    .strictObject({ amount: z.string().max(20), currency: z.string().max(3) })
    .transform((value, context): Money => {
      const currency = parseCurrency(value.currency);
      const amount = currency && fromDecimal(value.amount, currency);
      if (currency === undefined) {
        context.addIssue({ code: 'custom', path: ['currency'], message: 'not a currency of ISO 4217' });
      } else if (amount === undefined || amount.minor < 0n || amount.minor > LARGEST_MINOR) {
        const message = `a decimal from 0, such as "19.99", with at most the digits of ${currency}`;
        context.addIssue({ code: 'custom', path: ['amount'], message });
      } else {
        return amount;
      }
      return z.NEVER;
    });
}

/** The capitals of ISO 4217: `EUR`. */
export function currencyInput() {
  return documentedAs(
    z
      .string()
      .max(3)
      .transform((value, context): CurrencyCode => {
        const currency = parseCurrency(value);
        if (currency !== undefined) return currency;
        context.addIssue({ code: 'custom', message: 'not a currency of ISO 4217' });
        return z.NEVER;
      }),
    { type: 'string', pattern: '^[A-Z]{3}$' },
  );
}

/** An instant of RFC 3339, with its offset: `2026-11-26T21:59:51Z`. */
export function instantInput() {
  return documentedAs(
    z
      .string()
      .max(40)
      .transform((value, context): Temporal.Instant => {
        try {
          return Temporal.Instant.from(value);
        } catch (error) {
          if (!(error instanceof RangeError)) throw error;
          context.addIssue({ code: 'custom', message: 'an instant such as 2026-11-26T21:59:51Z' });
          return z.NEVER;
        }
      }),
    { type: 'string', format: 'date-time' },
  );
}

/** A day of RFC 3339: `2026-11-26`. */
export function dateInput() {
  return documentedAs(
    z
      .string()
      .max(10)
      .transform((value, context): Temporal.PlainDate => {
        try {
          const day = Temporal.PlainDate.from(value);
          // ISO 8601 has a year 0, the database has none.
          if (day.year >= 1) return day;
        } catch (error) {
          if (!(error instanceof RangeError)) throw error;
        }
        context.addIssue({ code: 'custom', message: 'a day such as 2026-11-26' });
        return z.NEVER;
      }),
    { type: 'string', format: 'date' },
  );
}

/** A whole number in a query, where everything is text. */
export function queryInteger(min: number, max: number) {
  return documentedAs(
    z
      .string()
      .max(12)
      .regex(/^-?\d+$/, 'a whole number')
      .transform(Number)
      .pipe(z.int().min(min).max(max)),
    { type: 'integer', minimum: min, maximum: max },
  );
}

/** `true` or `false` in a query. */
export function queryFlag() {
  return documentedAs(
    z.enum(['true', 'false']).transform((value) => value === 'true'),
    { type: 'boolean' },
  );
}

/** A query's field that may be given several times: `filter=a&filter=b`. */
export function queryList<Item extends z.ZodType<unknown, string>>(item: Item, max: number) {
  return z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(item).max(max));
}

/** In answers. */
export const money = z.object({ amount: z.string(), currency: z.string() }).meta({
  id: 'Money',
  description: 'A decimal with the digits of its currency, and the currency of ISO 4217.',
});
export const instant = () => z.string().meta({ format: 'date-time' });
export const uuid = () => z.string().meta({ format: 'uuid' });

export function moneyOf(amount: Money): { amount: string; currency: string } {
  return { amount: toDecimal(amount), currency: amount.currency };
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const LARGEST_MINOR = 9_223_372_036_854_775_807n / 1_000n;
