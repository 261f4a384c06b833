import { accountRoutes } from '../account/account-routes.ts';
import { signInRoutes } from '../account/sign-in.ts';
import { backInStockRoutes } from '../back-in-stock/routes.ts';
import { payLinkRoutes } from '../cart/pay-link.ts';
import { cartRoutes } from '../cart/routes.ts';
import { checkoutRoutes } from '../checkout/routes.ts';
import { mailboxRoutes } from '../demo/mailbox.ts';
import { testPaymentRoute } from '../demo/test-payments.ts';
import { orderRoutes } from '../order/routes.ts';
import { privacyRoute } from '../privacy/routes.ts';
import { withdrawRoutes } from '../withdraw/routes.ts';
import type { ShopperDesk } from './shopper-desk.ts';
import type { PersonalRoute } from './visit.ts';

/** Every page that belongs to one shopper, under each storefront's prefix. */
export function personalRoutes(desk: ShopperDesk): readonly PersonalRoute[] {
  return [
    ...cartRoutes(desk),
    ...payLinkRoutes(desk),
    ...checkoutRoutes(desk),
    ...orderRoutes(desk),
    ...signInRoutes(desk),
    ...accountRoutes(desk),
    testPaymentRoute(desk),
    ...mailboxRoutes(desk),
    ...backInStockRoutes(desk),
    ...withdrawRoutes(desk),
    privacyRoute(desk),
  ];
}
