import type { Id } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Cart, CartHold, CartId } from './cart.ts';
import { lockCart, writeCompletion, writeNoHold, writeOrder } from './store/carts.ts';
import { tokenHash } from './token.ts';

/** The cart, kept from changing until the transaction ends: the first lock of an order's transaction. */
export async function lockCartToOrder(tx: Tx, token: string): Promise<Cart | undefined> {
  const hash = tokenHash(token);
  return hash === undefined ? undefined : lockCart(tx, hash);
}

/** Notes the order that was made of a locked cart, and what it holds until it is paid. */
export async function noteOrder(
  tx: Tx,
  input: { readonly cartId: CartId; readonly orderId: Id<'order'>; readonly hold: CartHold | undefined },
): Promise<void> {
  await writeOrder(tx, input);
}

/** The order was cancelled or expired: the cart is as free as before. */
export async function releaseCart(
  tx: Tx,
  input: { readonly cartId: CartId; readonly orderId: Id<'order'> },
): Promise<void> {
  await writeNoHold(tx, input);
}

/** The order is paid: the cart is over, and its token opens it only to be told so. */
export async function completeCart(
  tx: Tx,
  input: { readonly cartId: CartId; readonly now: Temporal.Instant },
): Promise<void> {
  await writeCompletion(tx, input.cartId, input.now);
}
