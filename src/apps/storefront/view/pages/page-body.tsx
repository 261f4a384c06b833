import type { Page } from '../../model/index.ts';
import type { Scene } from '../scene.ts';
import { AccountBody } from './account.tsx';
import { AddressChangeBody } from './address-change.tsx';
import { BackInStockBody } from './back-in-stock.tsx';
import { CartBody } from './cart.tsx';
import { CheckoutBody } from './checkout.tsx';
import { CollectionsBody } from './collections.tsx';
import { ContentBody } from './content.tsx';
import { MailboxBody, TestPaymentBody } from './demo.tsx';
import { ErrorBody } from './error.tsx';
import { HomeBody } from './home.tsx';
import { ListingBody } from './listing.tsx';
import { OrderBody } from './order.tsx';
import { PayBody } from './pay.tsx';
import { PayLinkBody } from './pay-link.tsx';
import { PayOrderBody } from './pay-order.tsx';
import { PrivacyBody } from './privacy.tsx';
import { ProductBody } from './product.tsx';
import { ReturnBody } from './return.tsx';
import { SearchBody } from './search.tsx';
import { SignInBody } from './sign-in.tsx';
import { WithdrawBody } from './withdraw.tsx';

export function PageBody({ page, scene }: { page: Page; scene: Scene }) {
  switch (page.kind) {
    case 'home':
      return <HomeBody page={page} scene={scene} />;
    case 'collection':
    case 'brand':
    case 'category':
      return <ListingBody page={page} scene={scene} />;
    case 'search':
      return <SearchBody page={page} scene={scene} />;
    case 'product':
      return <ProductBody page={page} scene={scene} />;
    case 'content':
      return <ContentBody page={page} scene={scene} />;
    case 'collections':
      return <CollectionsBody page={page} scene={scene} />;
    case 'error':
      return <ErrorBody page={page} scene={scene} />;
    case 'cart':
      return <CartBody page={page} scene={scene} />;
    case 'checkout':
      return <CheckoutBody page={page} scene={scene} />;
    case 'pay':
      return <PayBody page={page} scene={scene} />;
    case 'pay_link':
      return <PayLinkBody page={page} scene={scene} />;
    case 'pay_order':
      return <PayOrderBody page={page} scene={scene} />;
    case 'address_change':
      return <AddressChangeBody page={page} scene={scene} />;
    case 'order':
      return <OrderBody page={page} scene={scene} />;
    case 'return':
      return <ReturnBody page={page} scene={scene} />;
    case 'back_in_stock':
      return <BackInStockBody page={page} scene={scene} />;
    case 'withdraw':
      return <WithdrawBody page={page} scene={scene} />;
    case 'privacy':
      return <PrivacyBody page={page} scene={scene} />;
    case 'sign_in':
      return <SignInBody page={page} scene={scene} />;
    case 'account':
      return <AccountBody page={page} scene={scene} />;
    case 'test_payment':
      return <TestPaymentBody page={page} scene={scene} />;
    case 'mailbox':
      return <MailboxBody page={page} scene={scene} />;
  }
}
