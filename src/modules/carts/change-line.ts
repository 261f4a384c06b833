import { ok, type Result } from '../../kernel/index.ts';
import { readAvailability } from '../inventory/index.ts';
import { outOfStock } from './add-line.ts';
import type { Cart, CartLineId, CartRefusal } from './cart.ts';
import { changeCart } from './change-cart.ts';
import type { CartDeps } from './deps.ts';
import { withQuantity } from './line-changes.ts';
import { mostOf } from './price/cart-lines.ts';
import { readCart, readCartToOrder } from './read-cart.ts';

export type ChangeLine = {
  readonly token: string;
  readonly lineId: CartLineId;
  /** The quantity that the line is to have; 0 takes it out. */
  readonly quantity: number;
  readonly now: Temporal.Instant;
};

/** Sets a line's quantity. More than there is, is refused; fewer always goes. */
export async function changeLine(deps: CartDeps, input: ChangeLine): Promise<Result<Cart, CartRefusal>> {
  const { lineId, quantity } = input;
  const cart = await readCart(deps, input.token);
  const before = cart?.lines.find(({ id }) => id === lineId);
  const isMore = before !== undefined && quantity > before.quantity;
  const most = isMore
    ? mostOf((await readAvailability(deps.reads, [before.variantId])).get(before.variantId))
    : undefined;
  return changeCart(
    deps,
    input,
    (current) => {
      const lines = withQuantity(current.lines, lineId, quantity);
      if (!lines.ok) return lines;
      const others = lines.value.filter((line) => line.variantId === before?.variantId);
      const wanted = others.reduce((sum, line) => sum + line.quantity, 0);
      if (isMore && most !== undefined && wanted > most) return outOfStock(most);
      return ok({ ...current, lines: lines.value });
    },
    cart,
  );
}

export function removeLine(
  deps: CartDeps,
  input: Omit<ChangeLine, 'quantity'>,
): Promise<Result<Cart, CartRefusal>> {
  return changeLine(deps, { ...input, quantity: 0 });
}

/**
 * Takes what is there: quantities go down to the stock, lines that cannot be had go out. For the shopper who was told
 * and says yes; nothing is taken from a cart unasked.
 */
export async function acceptAvailable(
  deps: CartDeps,
  input: { readonly token: string; readonly now: Temporal.Instant },
): Promise<Result<Cart, CartRefusal>> {
  const priced = await readCartToOrder(deps, input);
  const sold = new Map(priced?.lines.map(({ id, soldQuantity }) => [id, soldQuantity]));
  return changeCart(
    deps,
    input,
    (current) => {
      const lines = current.lines.map((line) => ({
        ...line,
        quantity: Math.min(line.quantity, sold.get(line.id) ?? line.quantity),
      }));
      return ok({ ...current, lines: lines.filter(({ quantity }) => quantity > 0) });
    },
    priced?.cart,
  );
}
