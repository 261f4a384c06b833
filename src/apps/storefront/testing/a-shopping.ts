import { giftCardKeyOf } from '../../../modules/credits/index.ts';
import { openOrders } from '../../../modules/orders/index.ts';
import { openProviders } from '../../../modules/payments/index.ts';
import type { Connection } from '../../../platform/database/index.ts';
import type { Shopping } from '../deps.ts';

/** What personal pages stand on, with the built-in providers alone. */
export function aShopping(connection: Connection): Shopping {
  const { db } = connection;
  const secrets = { seal: (plain: string) => plain, open: (sealed: string) => sealed };
  return {
    orders: openOrders(connection, { providers: openProviders({ db, secrets }) }),
    giftCardKey: giftCardKeyOf(new Uint8Array(32)),
    webhookUrl: (provider) => `http://localhost/webhooks/payments/${provider}`,
    isSecure: false,
    hasMailbox: false,
  };
}
