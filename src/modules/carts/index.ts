import './events.ts';

export { type AddLine, addLine } from './add-line.ts';
export {
  CART_LIMITS,
  type Cart,
  type CartDetails,
  type CartGiftCard,
  type CartHold,
  type CartId,
  type CartLine,
  type CartLineId,
  type CartRefusal,
  type DetailsRefusal,
} from './cart.ts';
export { acceptAvailable, type ChangeLine, changeLine, removeLine } from './change-line.ts';
export { changeMarket } from './change-market.ts';
export { createCart } from './create-cart.ts';
export type { CartDeps } from './deps.ts';
export { cartsReactions } from './follow-customers.ts';
export { addGiftCard, removeGiftCard } from './gift-cards.ts';
export { type MergedCart, mergeCarts } from './merge-carts.ts';
export { openCarts } from './open-carts.ts';
export { readOpenCarts } from './open-carts-of.ts';
export { completeCart, lockCartToOrder, noteOrder, releaseCart } from './order-cart.ts';
export { prefillFromCustomer } from './prefill.ts';
export type {
  CartCredit,
  CartMissing,
  CartNotice,
  Destination,
  LineNotice,
  PricedCart,
  PricedLine,
} from './priced-cart.ts';
export { pricedAfter, readCart, readCartToOrder, readPricedCart } from './read-cart.ts';
export { type DetailsInput, setDetails } from './set-details.ts';
export { cartsCrons, cartsJobs } from './tasks.ts';
