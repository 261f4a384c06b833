import type { Id } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { readAvailability } from '../inventory/index.ts';
import { CART_LIMITS, type Cart, type CartDetails } from './cart.ts';
import type { CartDeps } from './deps.ts';
import { withMerged } from './line-changes.ts';
import { mostOf } from './price/cart-lines.ts';
import {
  deleteCart,
  insertToken,
  lockCart,
  lockCartOfCustomer,
  lockCustomer,
  moveTokens,
  writeCart,
} from './store/carts.ts';
import { newToken, tokenHash } from './token.ts';

export type MergedCart = {
  readonly cart: Cart;
  /** Opens the customer's cart on this device. */
  readonly token: string;
};

/**
 * What signing in does to carts: the cart of this device becomes the customer's, joined with the one that they have
 * from another device, which opens the joined one from then on. Of what is in both, the larger quantity, within stock.
 * `undefined`: they have none, and neither has this device.
 */
export async function mergeCarts(
  { db, reads }: CartDeps,
  input: {
    readonly token: string | undefined;
    readonly customerId: Id<'customer'>;
    readonly now: Temporal.Instant;
  },
): Promise<MergedCart | undefined> {
  const { token, customerId, now } = input;
  return db.transaction().execute(async (tx) => {
    await lockCustomer(tx, customerId);
    const hash = token === undefined ? undefined : tokenHash(token);
    const device = hash === undefined ? undefined : await lockCart(tx, hash);
    const mine = await lockCartOfCustomer(tx, customerId);
    // A completed cart is an order, and a cart that is another customer's stays theirs.
    const isFree = device?.isCompleted === false && device.customerId === undefined;
    if (!isFree || token === undefined) {
      if (mine === undefined) return undefined;
      return device?.id === mine.id && token !== undefined ? { cart: mine, token } : openAnew(tx, mine);
    }
    if (mine === undefined) return { cart: await write(tx, device, { ...device, customerId }, now), token };
    // The one that is being paid goes on; the other one's goods come into it.
    const [kept, other] = mine.hold === undefined ? [device, mine] : [mine, device];
    const available = await readAvailability(reads, variantsOf(kept, other));
    const lines = withMerged(kept.lines, other.lines, ({ variantId }) => mostOf(available.get(variantId)));
    await moveTokens(tx, { from: other.id, to: kept.id });
    await deleteCart(tx, other.id);
    const merged = { ...kept, ...mergedDetails(kept, other), customerId, lines };
    return { cart: await write(tx, kept, merged, now), token };
  });
}

async function openAnew(tx: Tx, cart: Cart): Promise<MergedCart> {
  const token = newToken();
  const hash = tokenHash(token);
  if (hash === undefined) throw new RangeError('a new token is none');
  await insertToken(tx, { tokenHash: hash, cartId: cart.id });
  return { cart, token };
}

async function write(tx: Tx, before: Cart, after: Cart, now: Temporal.Instant): Promise<Cart> {
  const written = await writeCart(tx, before, after, now);
  if (written === undefined) throw new RangeError('a locked cart was changed by somebody else');
  return written;
}

function variantsOf(...carts: readonly Cart[]) {
  return [...new Set(carts.flatMap(({ lines }) => lines.map(({ variantId }) => variantId)))];
}

/** What was said in either, the kept cart's word first. */
function mergedDetails(kept: Cart, other: Cart): CartDetails {
  const cards = [
    ...kept.giftCards,
    ...other.giftCards.filter((card) => !kept.giftCards.some(isSameCard(card))),
  ];
  return {
    email: kept.email || other.email,
    phone: kept.phone || other.phone,
    shippingAddress: kept.shippingAddress ?? other.shippingAddress,
    billingAddress: kept.billingAddress ?? other.billingAddress,
    deliveryOptionId: kept.deliveryOptionId || other.deliveryOptionId,
    note: kept.note || other.note,
    giftMessage: kept.giftMessage || other.giftMessage,
    vatId: kept.vatId || other.vatId,
    codes: [...new Set([...kept.codes, ...other.codes])].slice(0, CART_LIMITS.codes),
    giftCards: cards.slice(0, CART_LIMITS.giftCards),
    usesStoreCredit: kept.usesStoreCredit || other.usesStoreCredit,
    acceptsMarketing: kept.acceptsMarketing || other.acceptsMarketing,
  };
}

function isSameCard(card: { readonly id: string }) {
  return ({ id }: { readonly id: string }) => id === card.id;
}
