import type { AccountPage, SignInPage } from './account-pages.ts';
import type { AddressChangePage } from './address-change-page.ts';
import type { BackInStockPage } from './back-in-stock-page.ts';
import type { CartPage } from './cart-page.ts';
import type { CheckoutPage } from './checkout-page.ts';
import type { ContentPage, ErrorPage, HomePage } from './content-pages.ts';
import type { MailboxPage, TestPaymentPage } from './demo-pages.ts';
import type { Frame, Head } from './frame.ts';
import type { CollectionsPage, ListingPage, SearchPage } from './listing.ts';
import type { OrderPage } from './order-page.ts';
import type { PayLinkPage } from './pay-link-page.ts';
import type { PayOrderPage } from './pay-order-page.ts';
import type { PayPage } from './pay-page.ts';
import type { PrivacyPage } from './privacy-page.ts';
import type { ProductPage } from './product-page.ts';
import type { ReturnPage } from './return-page.ts';
import type { WithdrawPage } from './withdraw-page.ts';

export type Page =
  | HomePage
  | ListingPage
  | SearchPage
  | ProductPage
  | ContentPage
  | CollectionsPage
  | ErrorPage
  | CartPage
  | CheckoutPage
  | PayPage
  | PayLinkPage
  | PayOrderPage
  | AddressChangePage
  | OrderPage
  | ReturnPage
  | WithdrawPage
  | BackInStockPage
  | PrivacyPage
  | SignInPage
  | AccountPage
  | TestPaymentPage
  | MailboxPage;

/** The whole of what is drawn. */
export type View = { readonly frame: Frame; readonly head: Head; readonly page: Page };
