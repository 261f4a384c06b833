import { z } from 'zod';
import { currencyOf, fromDecimal, parseCurrency } from '../../../kernel/index.ts';
import type { Amounts } from './promotion.ts';

// More than any shop's budget, and far from what an int8 holds.
const LARGEST = 10n ** 15n;

/** `{ "EUR": "10.00", "JPY": "1500" }`: plain decimals with at most the currency's digits, each from `least` on. */
export function amountsSchema(least: 0n | 1n): z.ZodType<Amounts, Record<string, string>> {
  return z.record(z.string(), z.string()).transform((given, context): Amounts => {
    const amounts: Record<string, bigint> = {};
    const refuse = (currency: string | undefined, message: string) => {
      const path = currency === undefined ? [] : [currency];
      context.issues.push({ code: 'custom', message, path, input: given });
    };
    for (const [currency, decimal] of Object.entries(given)) {
      if (parseCurrency(currency) !== currency) {
        refuse(currency, `"${currency}" is no ISO 4217 currency code`);
        continue;
      }
      const minor = fromDecimal(decimal, currencyOf(currency))?.minor;
      if (minor === undefined || minor < least || minor > LARGEST) {
        const from = least === 0n ? 'zero or more' : 'more than zero';
        refuse(currency, `an amount in ${currency} is a plain decimal such as 19.99, ${from}`);
      } else amounts[currency] = minor;
    }
    const count = Object.keys(given).length;
    if (count < 1 || count > 50) refuse(undefined, 'amounts are in 1 to 50 currencies');
    return amounts;
  });
}
