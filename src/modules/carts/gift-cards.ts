import { ok, type Result, refuse } from '../../kernel/index.ts';
import { checkGiftCard, type GiftCardId, type GiftCardKey, mayProbe } from '../credits/index.ts';
import { CART_LIMITS, type Cart, type CartRefusal } from './cart.ts';
import { changeCart } from './change-cart.ts';
import type { CartDeps } from './deps.ts';

/** Pays with a gift card: one answer for a code that is unknown, a wrong PIN and a card that is over. */
export async function addGiftCard(
  deps: CartDeps,
  input: {
    readonly token: string;
    /** Of the shop's secret: `giftCardKeyOf`. */
    readonly key: GiftCardKey;
    readonly ip: string;
    readonly code: string;
    readonly pin: string;
    readonly now: Temporal.Instant;
  },
): Promise<Result<Cart, CartRefusal>> {
  const { key, ip, code, pin, now } = input;
  if (code.length > 100 || pin.length > 20)
    return refuse('unknown_gift_card', 'there is no such gift card', 'code');
  if (!(await mayProbe(deps.db, { ip, now }))) {
    return refuse(
      'too_many_attempts',
      'too many gift cards were tried: try again in a quarter of an hour',
      'code',
    );
  }
  const found = await checkGiftCard(deps.reads, { key, code, pin, now });
  if (!found.ok) return refuse('unknown_gift_card', 'there is no such gift card', 'code');
  const { id, last4 } = found.value;
  return changeCart<CartRefusal>(deps, input, (cart) => {
    if (cart.giftCards.some((card) => card.id === id)) return ok(cart);
    if (cart.giftCards.length >= CART_LIMITS.giftCards) {
      return refuse('too_many_gift_cards', `at most ${CART_LIMITS.giftCards} gift cards`, 'code');
    }
    return ok({ ...cart, giftCards: [...cart.giftCards, { id, last4 }] });
  });
}

export function removeGiftCard(
  deps: CartDeps,
  input: { readonly token: string; readonly giftCardId: GiftCardId; readonly now: Temporal.Instant },
): Promise<Result<Cart, CartRefusal>> {
  return changeCart<CartRefusal>(deps, input, (cart) =>
    ok({ ...cart, giftCards: cart.giftCards.filter(({ id }) => id !== input.giftCardId) }),
  );
}
