import type { PricedCart } from '../../../modules/carts/index.ts';
import type { CartPage, StatusNote } from '../model/index.ts';
import { MAX_QUANTITY } from '../pages/product.ts';
import type { Site } from '../site.ts';
import { codeForm, giftCardForm, NOTHING_TYPED, type Typed } from './code-models.ts';
import { cartLines } from './line-models.ts';
import { pieceCount } from './open-cart.ts';
import { cartTotals } from './totals.ts';

export type CartTyped = { readonly code: Typed; readonly giftCard: Typed };
export const NOTHING: CartTyped = { code: NOTHING_TYPED, giftCard: NOTHING_TYPED };

/** The cart's page; an empty one shows what others like instead. */
export function cartPage(
  priced: PricedCart | undefined,
  about: {
    readonly site: Site;
    readonly status: StatusNote | undefined;
    readonly typed: CartTyped;
    readonly instead: CartPage['instead'];
  },
): CartPage {
  const { site, status, typed, instead } = about;
  if (!priced || priced.lines.length === 0) return { ...EMPTY, status, instead };
  const lines = cartLines(priced, site, MAX_QUANTITY);
  return {
    kind: 'cart',
    status,
    lines,
    itemCount: pieceCount(priced.lines),
    codes: codeForm(priced, site, typed.code),
    giftCards: giftCardForm(priced, site, typed.giftCard),
    totals: cartTotals(priced, site),
    isBlocked: lines.some(({ notices }) => notices.some(({ isBlocking }) => isBlocking)),
    instead: [],
  };
}

const NO_CODES = { applied: [], value: '', problem: undefined };

const EMPTY: Omit<CartPage, 'status' | 'instead'> = {
  kind: 'cart',
  lines: [],
  itemCount: 0,
  codes: NO_CODES,
  giftCards: NO_CODES,
  totals: undefined,
  isBlocked: false,
};
