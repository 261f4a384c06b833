import { account } from './en/account.ts';
import { address } from './en/address.ts';
import { afterSale } from './en/after-sale.ts';
import { browsing } from './en/browsing.ts';
import { cart } from './en/cart.ts';
import { checkout } from './en/checkout.ts';
import { order } from './en/order.ts';
import { privacy } from './en/privacy.ts';
import { waitlist } from './en/waitlist.ts';

/**
 * Everything the storefront says, in English: the key set that every other language fills. `{name}` is replaced by a
 * value; a text with `one` and `other` is chosen by the plural rules of the language for the value `count`.
 */
export const en = {
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

export type MessageKey = keyof typeof en;
