import { type CurrencyCode, money, refuse } from '../../../../kernel/index.ts';
import { ProviderUnreachable } from '../../../../modules/payments/index.ts';
import { moneyOf } from '../../../../platform/api/index.ts';

const UNREACHABLE = refuse('provider_unavailable', 'the payment provider does not answer now: ask again');

/** What the work answers, or that the provider does not: nobody knows then, and asking again asks the same. */
export async function reachable<Outcome>(
  work: () => Promise<Outcome>,
): Promise<Outcome | typeof UNREACHABLE> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ProviderUnreachable)) throw error;
    return UNREACHABLE;
  }
}

export function moneyIn(paid: { readonly amountMinor: bigint; readonly currency: CurrencyCode }) {
  return moneyOf(money(paid.amountMinor, paid.currency));
}
