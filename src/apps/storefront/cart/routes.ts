import type { Result } from '../../../kernel/index.ts';
import { parseId } from '../../../kernel/index.ts';
import { addLine, type Cart, type CartRefusal, changeLine, readCart } from '../../../modules/carts/index.ts';
import { readSellables, type VariantId } from '../../../modules/catalog/index.ts';
import { popularCards } from '../answers/popular.ts';
import { message } from '../messages/index.ts';
import type { StatusNote } from '../model/index.ts';
import { personalView } from '../personal/personal-view.ts';
import type { ShopperDesk } from '../personal/shopper-desk.ts';
import type { PersonalRoute, Reaction, Visit } from '../personal/visit.ts';
import { type CartTyped, cartPage, NOTHING } from './cart-page.ts';
import { changeCodes } from './codes.ts';
import { CART_FORM, type CartForm, CODE_FORM } from './forms.ts';
import { cartCookies, pieceCount, readVisitorsCart, tokenToFill } from './open-cart.ts';
import { cartIsOver } from './set-aside.ts';
import { cartStatus, refusalText } from './status.ts';

/** The cart: a page, and the forms that change it. */
export function cartRoutes(desk: ShopperDesk): readonly PersonalRoute[] {
  return [
    {
      pattern: '/cart',
      get: async (visit) => showCart(desk, visit, { status: await cartStatus(desk, visit), typed: NOTHING }),
      post: (visit) => changeCart(desk, visit),
    },
  ];
}

const SHOWN_INSTEAD = 4;

type Told = {
  readonly status: StatusNote | undefined;
  readonly typed: CartTyped;
  readonly isProblem?: boolean;
};

async function showCart(desk: ShopperDesk, visit: Visit, told: Told): Promise<Reaction> {
  const { site } = visit;
  const priced = await readVisitorsCart(desk, visit);
  const isEmpty = priced === undefined || priced.lines.length === 0;
  const instead = isEmpty ? await popularCards(desk, visit, SHOWN_INSTEAD) : [];
  const page = cartPage(priced, { site, status: told.status, typed: told.typed, instead });
  const token = visit.cookies.cart;
  const isOver = token !== undefined && priced === undefined;
  return {
    kind: 'page',
    view: personalView(desk, visit, { title: message(site.locale, 'cart.title'), page }),
    status: told.isProblem === true ? 422 : 200,
    cookies: isOver
      ? cartIsOver(visit.cookies)
      : token === undefined
        ? []
        : cartCookies(token, pieceCount(priced?.lines ?? [])),
  };
}

async function changeCart(desk: ShopperDesk, visit: Visit): Promise<Reaction> {
  const codes = CODE_FORM.safeParse(visit.form);
  if (codes.success) {
    const typed = await changeCodes(desk, visit, codes.data);
    const isProblem = typed.code.problem !== undefined || typed.giftCard.problem !== undefined;
    return isProblem ? showCart(desk, visit, { status: undefined, typed, isProblem }) : moved(visit, '');
  }
  const form = CART_FORM.safeParse(visit.form);
  if (!form.success) return failed(desk, visit, message(visit.site.locale, 'problem.try_again'));
  switch (form.data.do) {
    case 'add':
      return add(desk, visit, form.data);
    case 'own_cart':
      return { ...moved(visit, ''), cookies: cartIsOver(visit.cookies) };
    default:
      return change(desk, visit, form.data);
  }
}

async function add(
  desk: ShopperDesk,
  visit: Visit,
  { variant, quantity }: Extract<CartForm, { do: 'add' }>,
): Promise<Reaction> {
  const attempt = (token: string) =>
    addLine(desk.orders, { token, variantId: variant, quantity, now: visit.now });
  let { token } = await tokenToFill(desk, visit);
  let added = await attempt(token);
  if (!added.ok && (added.refusal.code === 'unknown_cart' || added.refusal.code === 'cart_completed')) {
    ({ token } = await tokenToFill(desk, visit, added.refusal.code));
    added = await attempt(token);
  }
  if (!added.ok) return failed(desk, visit, refusalText(added.refusal, visit.site));
  const cookies = cartCookies(token, pieceCount(added.value.lines));
  if (!visit.wantsJson) return { ...moved(visit, `?done=added&variant=${variant}`), cookies };
  const text = message(visit.site.locale, 'buy.added', { title: await titleOf(desk, variant) });
  return { kind: 'json', body: { text, items: pieceCount(added.value.lines) }, cookies };
}

async function change(
  desk: ShopperDesk,
  visit: Visit,
  form: Extract<CartForm, { readonly line: unknown }>,
): Promise<Reaction> {
  const token = visit.cookies.cart;
  if (token === undefined) return moved(visit, '');
  const before = (await readCart(desk.orders, token))?.lines.find(({ id }) => id === form.line);
  const quantity = form.do === 'remove' ? 0 : form.quantity;
  const changed: Result<Cart, CartRefusal> = await changeLine(desk.orders, {
    token,
    lineId: form.line,
    quantity,
    now: visit.now,
  });
  if (!changed.ok) return failed(desk, visit, refusalText(changed.refusal, visit.site));
  const cookies = cartCookies(token, pieceCount(changed.value.lines));
  const undo = before && `?done=removed&variant=${before.variantId}&quantity=${before.quantity}`;
  return { ...moved(visit, quantity === 0 ? (undo ?? '') : '?done=changed'), cookies };
}

function moved({ site }: Visit, query: string): Reaction {
  return { kind: 'moved', to: site.to('/cart') + query };
}

async function failed(desk: ShopperDesk, visit: Visit, text: string): Promise<Reaction> {
  if (visit.wantsJson) return { kind: 'json', body: { text }, status: 422 };
  return showCart(desk, visit, { status: { kind: 'failed', text }, typed: NOTHING, isProblem: true });
}

export async function titleOf(desk: ShopperDesk, variantId: VariantId): Promise<string> {
  return (await readSellables(desk.db, [variantId])).get(variantId)?.title ?? '';
}

/** The variant that a page's address speaks of, if it is one. */
export function variantIn(query: URLSearchParams): VariantId | undefined {
  return parseId<'variant'>(query.get('variant') ?? '');
}
