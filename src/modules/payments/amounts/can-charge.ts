import type { CurrencyCode } from '../../../kernel/index.ts';
import type { ProviderName } from '../provider.ts';
import { toPaypalAmount } from './paypal.ts';
import { toStripeAmount } from './stripe.ts';

/** Whether the provider can take exactly this amount in this currency. */
export function canCharge(provider: ProviderName, minor: bigint, currency: CurrencyCode): boolean {
  if (minor <= 0n) return false;
  if (provider === 'stripe') return toStripeAmount(minor, currency) !== undefined;
  if (provider === 'paypal') return toPaypalAmount(minor, currency) !== undefined;
  // The others count in ISO 4217's own minor units.
  return true;
}
