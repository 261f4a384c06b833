import { ok, refuse } from '../../../../kernel/index.ts';
import type { Credentials } from '../../credentials.ts';
import { type PaymentProvider, ProviderUnreachable } from '../../provider.ts';
import type { WorldpayClient } from './client.ts';

/** Of no payment: whoever may ask is answered an empty list. */
const QUERY = '/paymentQueries/payments?transactionReference=institor-check';

/**
 * Asks Payment Queries for a payment that is not there. Entity, checkout id and webhook secrets are seen to be right by a
 * payment alone: Worldpay has no call that says so.
 */
export async function checkAccount(
  client: WorldpayClient,
  { environment }: Pick<Credentials<'worldpay'>, 'environment'>,
): ReturnType<PaymentProvider['check']> {
  const { status } = await client.get(QUERY);
  if (status === 401) {
    return refuse('wrong_credentials', 'Worldpay does not know this username with this password', 'password');
  }
  if (status === 403) return refuse('not_allowed', 'this user may not query payments', 'username');
  if (status >= 400) throw new ProviderUnreachable('worldpay', `a query was answered ${status}`);
  return ok({ environment: environment === 'live' ? 'live' : 'test' });
}
