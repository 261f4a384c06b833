import type { Cart } from '../cart.ts';
import type { CartCredit, CartNotice } from '../priced-cart.ts';
import type { CartFacts } from './cart-facts.ts';

/** Gift cards in the order in which they were added, then store credit, each as far as there is something left to pay. */
export function creditsOf(
  cart: Cart,
  totalMinor: bigint,
  facts: Pick<CartFacts, 'giftCards' | 'storeCreditMinor'>,
): { readonly credits: CartCredit[]; readonly dueMinor: bigint } {
  const credits: CartCredit[] = [];
  let dueMinor = totalMinor;
  for (const card of cart.giftCards) {
    const known = facts.giftCards.get(card.id);
    const balanceMinor = known?.currency === cart.currency ? known.balanceMinor : 0n;
    const amountMinor = balanceMinor < dueMinor ? balanceMinor : dueMinor;
    if (amountMinor <= 0n) continue;
    credits.push({ kind: 'gift_card', card, amountMinor });
    dueMinor -= amountMinor;
  }
  const fromCredit = facts.storeCreditMinor < dueMinor ? facts.storeCreditMinor : dueMinor;
  if (cart.usesStoreCredit && fromCredit > 0n) {
    credits.push({ kind: 'store_credit', amountMinor: fromCredit });
    dueMinor -= fromCredit;
  }
  return { credits, dueMinor };
}

/** Cards that have nothing left, have expired, or are in another currency. */
export function creditNotices(cart: Cart, { giftCards }: Pick<CartFacts, 'giftCards'>): CartNotice[] {
  return cart.giftCards.flatMap((card) => {
    const known = giftCards.get(card.id);
    const isUseful = known !== undefined && known.currency === cart.currency && known.balanceMinor > 0n;
    return isUseful ? [] : [{ kind: 'gift_card_empty' as const, card }];
  });
}
