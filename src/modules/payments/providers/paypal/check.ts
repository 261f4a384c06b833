import { ApiError } from '@paypal/paypal-server-sdk';
import { ok, refuse } from '../../../../kernel/index.ts';
import type { PaymentProvider } from '../../provider.ts';
import { PaypalClient, type PaypalOptions } from './client.ts';
import { isForbidden, isMissing, refusalOf } from './errors.ts';

/**
 * Asks for a token with a client of its own, as a kept one would hide that the secret is wrong by now, and for the webhook
 * ("Show webhook details"): a wrong id would make every webhook look forged.
 */
export async function checkAccount(options: PaypalOptions): ReturnType<PaymentProvider['check']> {
  const { webhookId, environment } = options.account;
  const path = `/v1/notifications/webhooks/${encodeURIComponent(webhookId)}`;
  try {
    await new PaypalClient(options).request('GET', path).callAsText();
  } catch (error) {
    if (error instanceof ApiError && error.statusCode === 401) {
      return refuse(
        'wrong_credentials',
        'PayPal does not know this client id with this secret',
        'clientSecret',
      );
    }
    if (isMissing(error))
      return refuse('wrong_credentials', 'PayPal has no webhook with this id', 'webhookId');
    if (!isForbidden(error)) return refuse('not_allowed', refusalOf(error).refusal.message);
    // Without the right to see webhooks, what was asked is answered all the same: the app is known.
  }
  return ok({ environment: environment === 'live' ? 'live' : 'test' });
}
