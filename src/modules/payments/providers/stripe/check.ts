import Stripe from 'stripe';
import { ok, refuse } from '../../../../kernel/index.ts';
import type { PaymentProvider } from '../../provider.ts';
import type { StripeAccount } from './client.ts';
import { refusalOf } from './errors.ts';

/**
 * Reads the balance ("Retrieve balance"), which every secret key may and which says whether money is real there. That both
 * keys are of one mode is seen by their names: nothing but a payment tries the publishable one.
 */
export async function checkAccount(
  client: Stripe,
  account: StripeAccount,
): ReturnType<PaymentProvider['check']> {
  const { secretKey, publishableKey } = account;
  if (modeOf(secretKey) !== modeOf(publishableKey)) {
    return refuse('wrong_credentials', 'one key is for tests and the other is not', 'publishableKey');
  }
  try {
    const { livemode } = await client.balance.retrieve();
    return ok({ environment: livemode ? 'live' : 'test' });
  } catch (error) {
    if (error instanceof Stripe.errors.StripeAuthenticationError) {
      return refuse('wrong_credentials', 'Stripe does not know this secret key', 'secretKey');
    }
    return refuse('not_allowed', refusalOf(error).refusal.message, 'secretKey');
  }
}

/** `sk_test_…`, `rk_live_…`, `pk_test_…` ("API keys"). */
function modeOf(key: string): string | undefined {
  return /^[a-z]+_(test|live)_/.exec(key)?.[1];
}
