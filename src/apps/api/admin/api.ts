import type { Api } from '../../../platform/api/index.ts';
import { accessEndpoints } from './contract/access.ts';
import { afterSaleEndpoints } from './contract/after-sale.ts';
import { creditEndpoints, ledgerEndpoints } from './contract/books.ts';
import { customerEndpoints } from './contract/customers.ts';
import { mailEndpoints } from './contract/mails.ts';
import { orderAdminEndpoints } from './contract/orders.ts';
import { productEndpoints } from './contract/products.ts';
import { promotionEndpoints } from './contract/promotions.ts';
import { priceEndpoints, stockEndpoints } from './contract/stock.ts';

/** What programs that work for the shop may do, each with a key of its own. */
export const ADMIN_API = {
  prefix: '/api/admin/v1',
  title: 'Admin API',
  description:
    'Run the shop. Send an API key as `Authorization: Bearer ik_…`; each endpoint names the scope it needs. Make keys ' +
    'with `institor api-key create`. Money is a decimal text with its currency, instants are RFC 3339, ids are UUIDs.',
  endpoints: {
    ...productEndpoints,
    ...priceEndpoints,
    ...stockEndpoints,
    ...promotionEndpoints,
    ...orderAdminEndpoints,
    ...afterSaleEndpoints,
    ...customerEndpoints,
    ...creditEndpoints,
    ...ledgerEndpoints,
    ...mailEndpoints,
    ...accessEndpoints,
  },
} as const satisfies Api;
