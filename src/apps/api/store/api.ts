import type { Api } from '../../../platform/api/index.ts';
import { cartEndpoints } from './contract/carts.ts';
import { catalogueEndpoints } from './contract/catalogue.ts';
import { listingEndpoints } from './contract/listing.ts';
import { orderEndpoints } from './contract/orders.ts';

/** What shoppers' programs may ask: a storefront of one's own, an app, an agent. */
export const STORE_API = {
  prefix: '/api/store/v1',
  title: 'Store API',
  description:
    'Browse, fill a cart, check out, follow the order. No key is needed; a cart and an order are opened by the token ' +
    'that stands in their address. Money is a decimal text with its currency, instants are RFC 3339, ids are UUIDs.',
  endpoints: { ...catalogueEndpoints, ...listingEndpoints, ...cartEndpoints, ...orderEndpoints },
} as const satisfies Api;
