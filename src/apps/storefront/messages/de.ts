import { account } from './de/account.ts';
import { address } from './de/address.ts';
import { afterSale } from './de/after-sale.ts';
import { browsing } from './de/browsing.ts';
import { cart } from './de/cart.ts';
import { checkout } from './de/checkout.ts';
import { order } from './de/order.ts';
import { privacy } from './de/privacy.ts';
import { waitlist } from './de/waitlist.ts';
import type { MessageKey } from './en.ts';
import type { Message } from './text.ts';

/** Everything the storefront says, in German. */
export const de: Readonly<Record<MessageKey, Message>> = {
  ...browsing,
  ...cart,
  ...checkout,
  ...address,
  ...order,
  ...afterSale,
  ...account,
  ...privacy,
  ...waitlist,
};
