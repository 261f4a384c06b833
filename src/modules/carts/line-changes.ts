import { ok, type Result, refuse } from '../../kernel/index.ts';
import { CART_LIMITS, type CartLine, type CartLineId, type CartRefusal } from './cart.ts';

type Lines = Result<readonly CartLine[], CartRefusal>;

/** Adds pieces: to the line of the same variant with the same message, or as a new line at the end. */
export function withAdded(lines: readonly CartLine[], added: CartLine): Lines {
  const same = lines.find((line) => isSame(line, added));
  const quantity = (same?.quantity ?? 0) + added.quantity;
  const refusal = quantityRefusal(added.quantity) ?? quantityRefusal(quantity);
  if (refusal !== undefined) return { ok: false, refusal };
  if (same !== undefined) {
    const { addedUnitMinor } = added;
    return ok(lines.map((line) => (line === same ? { ...line, quantity, addedUnitMinor } : line)));
  }
  if (lines.length >= CART_LIMITS.lines) {
    return refuse('too_many_lines', `a cart has at most ${CART_LIMITS.lines} lines`, 'variantId');
  }
  return ok([...lines, added]);
}

/** Sets a line's quantity; 0 takes it out. */
export function withQuantity(lines: readonly CartLine[], id: CartLineId, quantity: number): Lines {
  if (!lines.some((line) => line.id === id)) {
    return refuse('unknown_line', 'the cart has no such line', 'lineId');
  }
  if (quantity === 0) return ok(lines.filter((line) => line.id !== id));
  const refusal = quantityRefusal(quantity);
  if (refusal !== undefined) return { ok: false, refusal };
  return ok(lines.map((line) => (line.id === id ? { ...line, quantity } : line)));
}

/**
 * The lines of two carts that become one: of a variant that is in both, the larger quantity. A shopper who put two
 * cups into the cart on the phone and two on the laptop wants two. `available` is a variant's stock, where it ends.
 */
export function withMerged(
  into: readonly CartLine[],
  from: readonly CartLine[],
  available: (line: CartLine) => number | undefined,
): readonly CartLine[] {
  const merged = into.map((line) => {
    const twin = from.find((other) => isSame(line, other));
    return twin === undefined ? line : { ...line, quantity: Math.max(line.quantity, twin.quantity) };
  });
  const others = from.filter((line) => !into.some((known) => isSame(known, line)));
  return [...merged, ...others].slice(0, CART_LIMITS.lines).map((line) => {
    const most = available(line);
    // What is not there at all stays as it was wished for, and is told as out of stock.
    return most === undefined || most === 0 ? line : { ...line, quantity: Math.min(line.quantity, most) };
  });
}

export function quantityRefusal(quantity: number): CartRefusal | undefined {
  if (Number.isInteger(quantity) && quantity >= 1 && quantity <= CART_LIMITS.quantity) return undefined;
  const message = `a quantity is a whole number from 1 to ${CART_LIMITS.quantity}`;
  return refuse('not_a_quantity', message, 'quantity').refusal;
}

function isSame(a: CartLine, b: CartLine): boolean {
  return a.variantId === b.variantId && a.giftMessage === b.giftMessage;
}
