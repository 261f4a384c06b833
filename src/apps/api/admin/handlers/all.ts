import type { Handlers } from '../../../../platform/api/index.ts';
import type { ADMIN_API } from '../api.ts';
import type { AdminDeps } from '../deps.ts';
import { accessHandlers } from './access.ts';
import { afterSaleHandlers } from './after-sale.ts';
import { creditHandlers, ledgerHandlers } from './books.ts';
import { customerHandlers } from './customers.ts';
import { mailHandlers } from './mails.ts';
import { orderAdminHandlers } from './orders.ts';
import { productHandlers } from './products.ts';
import { promotionHandlers } from './promotions.ts';
import { priceHandlers, stockHandlers } from './stock.ts';

export function adminHandlers(deps: AdminDeps): Handlers<typeof ADMIN_API.endpoints> {
  return {
    ...productHandlers(deps),
    ...priceHandlers(deps),
    ...stockHandlers(deps),
    ...promotionHandlers(deps),
    ...orderAdminHandlers(deps),
    ...afterSaleHandlers(deps),
    ...customerHandlers(deps),
    ...creditHandlers(deps),
    ...ledgerHandlers(deps),
    ...mailHandlers(deps),
    ...accessHandlers(deps),
  };
}
