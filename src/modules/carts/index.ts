import './events.ts';

export {
  CART_LIMITS,
  type Cart,
  type CartDetails,
  type CartGiftCard,
  type CartId,
  type CartLine,
  type CartLineId,
  type CartRefusal,
  type DetailsRefusal,
} from './cart.ts';
export type { CartDeps } from './deps.ts';
export type {
  CartCredit,
  CartMissing,
  CartNotice,
  Destination,
  LineNotice,
  PricedCart,
  PricedLine,
} from './priced-cart.ts';
