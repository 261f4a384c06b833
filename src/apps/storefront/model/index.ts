export type {
  AccountPage,
  AccountSection,
  AddressEditor,
  OrderSummary,
  SavedAddress,
  SessionModel,
  SignInPage,
  WishedCard,
} from './account-pages.ts';
export type { AddressChangePage } from './address-change-page.ts';
export type { BackInStockPage } from './back-in-stock-page.ts';
export type { Crumb, Link, MenuItem, MoneyText, PictureModel, TemplateName } from './basics.ts';
export type { Card } from './card.ts';
export type { AppliedCode, CartLine, CartPage, CodeForm, LineModel, TotalRow, Totals } from './cart-page.ts';
export type { AddressForm, CheckoutPage, DeliveryChoice, Known, PaymentChoice } from './checkout-page.ts';
export type { ContentPage, ErrorPage, HomePage, HomeSection } from './content-pages.ts';
export type { MailboxPage, TestPaymentPage } from './demo-pages.ts';
export type {
  AreaField,
  CheckField,
  Choice,
  Field,
  FormProblem,
  HiddenFields,
  SelectField,
  StatusNote,
  TextField,
} from './form.ts';
export type { Frame, Head } from './frame.ts';
export type {
  CollectionsPage,
  FacetModel,
  Listing,
  ListingPage,
  SearchPage,
  Suggestions,
} from './listing.ts';
export type {
  DownloadModel,
  LinkedOrderModel,
  OrderAction,
  OrderPage,
  OrderStep,
  Parcel,
} from './order-page.ts';
export type { PayLinkPage } from './pay-link-page.ts';
export type { PayOrderPage } from './pay-order-page.ts';
export type { PayPage } from './pay-page.ts';
export type { PrivacyPage } from './privacy-page.ts';
export type { OptionModel, ProductPage, VariantModel } from './product-page.ts';
export type { LabelModel, RefundModel, ReturnableLine, ReturnModel, ReturnPage } from './return-page.ts';
export type { Page, View } from './view.ts';
export type { WithdrawPage } from './withdraw-page.ts';
