import { currencyOf, expectOk, localeOf } from '../../kernel/index.ts';
import { readAllMethods, saveMethod } from '../../modules/payments/index.ts';
import type { Connection } from '../../platform/database/index.ts';
import { PAYMENT_METHODS } from '../world/payment-methods.ts';
import { transact } from './transact.ts';

/** Ways to pay, in a shop that has none yet. */
export async function savePaymentMethods(connection: Connection): Promise<void> {
  await transact(connection, async (tx) => {
    if ((await readAllMethods(tx)).length > 0) return;
    for (const [position, { title, provider, mode, markets, most }] of PAYMENT_METHODS.entries()) {
      const limits = Object.entries(most).map(
        ([currency, minor]) => [currencyOf(currency), { maxMinor: BigInt(minor) }] as const,
      );
      const method = {
        ...{ provider, mode, position, isActive: true, isCapturedAtOnce: true, marketCodes: markets },
        titles: new Map(Object.entries(title).map(([tag, text]) => [localeOf(tag), text])),
        limits: new Map(limits),
      };
      expectOk(await saveMethod(tx, method));
    }
  });
}
