import { currencyOf, money, toDecimal } from '../../../../kernel/index.ts';
import type { ApiMoney } from '../../../../platform/cockpit/text/index.ts';

/** An amount that a timeline keeps in minor units. */
export function minorMoney(minor: string, currency: string): ApiMoney {
  const code = currencyOf(currency);
  return { amount: toDecimal(money(BigInt(minor), code)), currency: code };
}
