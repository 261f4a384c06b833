import type { Api } from '../../../platform/api/index.ts';
import { addressChangeEndpoints } from './contract/address-changes.ts';
import { afterSaleEndpoints, withdrawalEndpoints } from './contract/after-sale.ts';
import { cartEndpoints } from './contract/carts.ts';
import { catalogueEndpoints } from './contract/catalogue.ts';
import { customerEndpoints, signInEndpoints } from './contract/customer.ts';
import { downloadEndpoints } from './contract/downloads.ts';
import { listingEndpoints } from './contract/listing.ts';
import { orderEndpoints } from './contract/orders.ts';
import { ownOrderEndpoints } from './contract/own-orders.ts';
import { payEndpoints } from './contract/pay.ts';
import { returnEndpoints } from './contract/returns.ts';
import { waitlistEndpoints } from './contract/waitlist.ts';
import { STORE_EXAMPLES } from './examples.ts';

/** What shoppers' programs may ask: a storefront of one's own, an app, an agent. */
export const STORE_API = {
  prefix: '/api/store/v1',
  title: 'Store API',
  description:
    'Browse, fill a cart, check out, follow the order. No key is needed; a cart and an order are opened by the token ' +
    'that stands in their address, what is a customer’s by the session that signing in answers with. Money is a ' +
    'decimal text with its currency, instants are RFC 3339, ids are UUIDs.',
  examples: STORE_EXAMPLES,
  endpoints: {
    ...catalogueEndpoints,
    ...listingEndpoints,
    ...waitlistEndpoints,
    ...cartEndpoints,
    ...orderEndpoints,
    ...payEndpoints,
    ...addressChangeEndpoints,
    ...afterSaleEndpoints,
    ...returnEndpoints,
    ...downloadEndpoints,
    ...withdrawalEndpoints,
    ...signInEndpoints,
    ...customerEndpoints,
    ...ownOrderEndpoints,
  },
} as const satisfies Api;
