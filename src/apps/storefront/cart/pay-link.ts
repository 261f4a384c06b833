import { type PricedCart, readCart } from '../../../modules/carts/index.ts';
import { openDraft } from '../../../modules/orders/index.ts';
import { message } from '../messages/index.ts';
import type { PayLinkPage } from '../model/index.ts';
import type { CookieChange } from '../personal/cookies.ts';
import { personalView } from '../personal/personal-view.ts';
import type { ShopperDesk } from '../personal/shopper-desk.ts';
import type { PersonalRoute, Reaction, Visit } from '../personal/visit.ts';
import { lineModels } from './line-models.ts';
import { cartCookies, pieceCount } from './open-cart.ts';
import { setAside } from './set-aside.ts';
import { cartTotals } from './totals.ts';

/**
 * The link to an order that the shop put together for somebody. Opening it shows what is in it; their own cart is
 * touched only when they go on, and is set aside then, not lost.
 */
export function payLinkRoutes(desk: ShopperDesk): readonly PersonalRoute[] {
  return [{ pattern: '/pay', get: (visit) => open(desk, visit), post: (visit) => goOn(desk, visit) }];
}

async function open(desk: ShopperDesk, visit: Visit): Promise<Reaction> {
  const { site, query } = visit;
  const key = query.get('key');
  // The key leaves the address, which is kept, logged and sent on, for a cookie, which is not.
  if (key !== null) {
    const value = /^[\w-]{16,100}$/.test(key) ? key : undefined;
    return { kind: 'moved', to: site.to('/pay'), cookies: [{ name: 'draft', value }] };
  }
  const draft = await draftOf(desk, visit);
  if (!draft) return show(desk, visit, { state: 'gone' });
  if (draft.cart.isCompleted) return show(desk, visit, { state: 'ordered' });
  const elsewhere = homeOf(draft, visit);
  if (elsewhere !== undefined) return { kind: 'moved', to: elsewhere };
  const own = await ownCart(desk, visit);
  const lines = lineModels(draft, site);
  const totals = cartTotals(draft, site);
  return show(desk, visit, { state: 'open', lines, totals, ownPieces: own?.pieces ?? 0 });
}

async function goOn(desk: ShopperDesk, visit: Visit): Promise<Reaction> {
  const { site, cookies } = visit;
  const token = cookies.draft;
  const draft = await draftOf(desk, visit);
  if (!draft || draft.cart.isCompleted || token === undefined) return { kind: 'moved', to: site.to('/pay') };
  const own = await ownCart(desk, visit);
  const changes: CookieChange[] = [
    ...cartCookies(token, pieceCount(draft.lines)),
    { name: 'draft', value: undefined },
  ];
  // What was set aside for an earlier link stays what comes back.
  if (own && cookies.aside === undefined) changes.push(setAside(own.token, own.pieces));
  return { kind: 'moved', to: site.to('/checkout'), cookies: changes };
}

async function draftOf(desk: ShopperDesk, visit: Visit): Promise<PricedCart | undefined> {
  const token = visit.cookies.draft;
  if (token === undefined || !(await visit.mayTry('order'))) return undefined;
  return openDraft(desk.orders, { token, now: visit.now });
}

/** The storefront in whose language and money it was agreed, where that is another. */
function homeOf({ cart }: PricedCart, { site }: Visit): string | undefined {
  if (cart.locale === site.locale && cart.currency === site.currency) return undefined;
  const home = site.storefronts.find(
    ({ locale, currency }) => locale === cart.locale && currency === cart.currency,
  );
  if (!home || home.prefix === site.prefix) return undefined;
  return home.prefix === '' ? '/pay' : `/${home.prefix}/pay`;
}

/** The cart that this browser has besides, if there is anything in it. */
async function ownCart(desk: ShopperDesk, { cookies }: Visit) {
  const { cart: token, draft } = cookies;
  if (token === undefined || token === draft) return undefined;
  const cart = await readCart(desk.orders, token);
  const pieces = cart && !cart.isCompleted ? pieceCount(cart.lines) : 0;
  return pieces === 0 ? undefined : { token, pieces };
}

type Shown = {
  readonly state: PayLinkPage['state'];
  readonly lines?: PayLinkPage['lines'];
  readonly totals?: PayLinkPage['totals'];
  readonly ownPieces?: number;
};

function show(
  desk: ShopperDesk,
  visit: Visit,
  { state, lines = [], totals, ownPieces = 0 }: Shown,
): Reaction {
  const { site } = visit;
  const { locale } = site;
  const page: PayLinkPage = {
    kind: 'pay_link',
    ...{ state, lines, totals, action: site.to('/pay') },
    ownCart: ownPieces === 0 ? undefined : message(locale, 'pay_link.own_cart', { count: ownPieces }),
  };
  return {
    kind: 'page',
    view: personalView(desk, visit, { title: message(locale, `pay_link.${state}`), page }),
    status: state === 'gone' ? 404 : 200,
    cookies: state === 'open' ? [] : [{ name: 'draft', value: undefined }],
  };
}
