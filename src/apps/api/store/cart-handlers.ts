import { ok, type Result } from '../../../kernel/index.ts';
import {
  acceptAvailable,
  addGiftCard,
  addLine,
  type Cart,
  type CartDeps,
  type CartRefusal,
  type ChangeLine,
  changeLine,
  changeMarket,
  createCart,
  type DetailsRefusal,
  pricedAfter,
  readCart,
  readPricedCart,
  removeGiftCard,
  setDetails,
} from '../../../modules/carts/index.ts';
import type { GiftCardKey } from '../../../modules/credits/index.ts';
import { type ApiRefusal, type Handlers, sentFields } from '../../../platform/api/index.ts';
import type { Tell } from '../deps.ts';
import { withErrors } from '../field-errors.ts';
import { type CartAnswer, cartAnswer } from './answers/cart.ts';
import { refusedTexts } from './card-numbers.ts';
import type { cartEndpoints } from './contract/carts.ts';
import type { Shopfronts } from './shopfronts.ts';
import { tellingOf, type Visited } from './told-of-visit.ts';

export type CartHandlerDeps = {
  readonly carts: CartDeps;
  readonly giftCardKey: GiftCardKey;
  readonly fronts: () => Shopfronts;
  readonly tell?: Tell | undefined;
};

type Now = { readonly token: string; readonly now: Temporal.Instant };
type Changed = Result<Cart, CartRefusal | DetailsRefusal>;
type Answered = Result<CartAnswer, ApiRefusal<CartRefusal['code']>>;

export function cartHandlers(deps: CartHandlerDeps): Handlers<typeof cartEndpoints> {
  const { carts, fronts } = deps;
  const answer = answering(carts);
  const telling = tellingOf(deps.tell);
  return {
    ...creditHandlers(deps),
    createCart: async ({ body: { storefront }, now, tx }) => {
      const front = fronts().get(storefront);
      if (front === undefined) return unknownStorefront(storefront);
      const { market, locale, currency } = front;
      const made = createCart({ ...carts, db: tx }, { market: market.code, locale, currency, now });
      const priced = await pricedAfter<never>(
        carts,
        made.then(({ cart }) => ok(cart)),
        now,
      );
      if (!priced.ok) return priced;
      return ok({ token: (await made).token, cart: cartAnswer(priced.value) });
    },
    readCart: async ({ params: { token }, now }) => {
      const priced = await readPricedCart(carts, { token, now });
      return priced === undefined ? UNKNOWN_CART : ok(cartAnswer(priced));
    },
    addLine: async ({ params: { token }, body: { visit, ...body }, now, tx, ...call }) => {
      const wrong = refusedTexts({ giftMessage: body.giftMessage });
      if (wrong) return wrong;
      const added = await addLine({ ...carts, db: tx }, { token, ...body, now });
      if (!added.ok) return added;
      const cart = added.value;
      const line = cart.lines.find(({ variantId }) => variantId === body.variantId);
      if (line) telling.changed({ visit, call: { ...call, now } }, { cart, line, more: body.quantity });
      const lines = cart.lines.map(({ id, variantId, productId, quantity }) => {
        return { id, variantId, productId, quantity };
      });
      return ok({ lines });
    },
    ...lineHandlers(deps),
    viewCart: async ({ params: { token }, body: { visit }, now, ...call }) => {
      const priced = await readPricedCart(carts, { token, now });
      if (priced === undefined) return UNKNOWN_CART;
      telling.viewed({ visit, call: { ...call, now } }, priced);
      return ok({});
    },
    setDetails: async ({ params: { token }, body: { visit, ...body }, now, ...call }) => {
      const wrong = refusedTexts(body);
      if (wrong) return wrong;
      const changed = setDetails(carts, { token, details: sentFields(body), now });
      const priced = await pricedAfter(carts, changed, now);
      if (!priced.ok) return { ok: false, refusal: withErrors(priced.refusal) };
      telling.said({ visit, call: { ...call, now } }, priced.value);
      return ok(cartAnswer(priced.value));
    },
    changeStorefront: async ({ params: { token }, body: { storefront }, now }) => {
      const front = fronts().get(storefront);
      if (front === undefined) return unknownStorefront(storefront);
      const { market, locale, currency } = front;
      const changed = await changeMarket(carts, { token, market: market.code, locale, currency, now });
      return answer(changed, { token, now });
    },
    acceptAvailable: async ({ params: { token }, now }) =>
      answer(await acceptAvailable(carts, { token, now }), { token, now }),
  };
}

/** Of a line there is more or less than before: the statistics are told the difference. */
function lineHandlers(
  deps: CartHandlerDeps,
): Pick<Handlers<typeof cartEndpoints>, 'changeLine' | 'removeLine'> {
  const { carts } = deps;
  const answer = answering(carts);
  const telling = tellingOf(deps.tell);
  const change = async (visited: Visited, input: ChangeLine) => {
    const { token, lineId, quantity, now } = input;
    const line = (await readCart(carts, token))?.lines.find(({ id }) => id === lineId);
    const changed = await changeLine(carts, input);
    if (changed.ok && line) {
      telling.changed(visited, { cart: changed.value, line, more: quantity - line.quantity });
    }
    return answer(changed, { token, now });
  };
  return {
    changeLine: ({ params, body: { quantity, visit }, ...call }) =>
      change({ visit, call }, { ...params, quantity, now: call.now }),
    removeLine: ({ params, query: visit, ...call }) =>
      change({ visit, call }, { ...params, quantity: 0, now: call.now }),
  };
}

type Credits = 'addCode' | 'removeCode' | 'addGiftCard' | 'removeGiftCard';

/** What makes a cart cheaper. */
function creditHandlers({
  carts,
  giftCardKey,
}: CartHandlerDeps): Pick<Handlers<typeof cartEndpoints>, Credits> {
  const answer = answering(carts);
  return {
    addCode: async ({ params: { token }, body: { code }, now, tx }) => {
      const wrong = refusedTexts({ code });
      if (wrong) return wrong;
      const inside = { ...carts, db: tx, reads: tx };
      const codes = [...((await readCart(inside, token))?.codes ?? []), code];
      return answer(await setDetails(inside, { token, details: { codes }, now }), { token, now }, inside);
    },
    removeCode: async ({ params: { token, code }, now }) => {
      const same = code.toUpperCase().replace(/[\s-]/g, '');
      const codes = (await readCart(carts, token))?.codes.filter((one) => one !== same) ?? [];
      return answer(await setDetails(carts, { token, details: { codes }, now }), { token, now });
    },
    addGiftCard: async ({ params: { token }, body: { code, pin }, ip, now }) =>
      answer(await addGiftCard(carts, { token, key: giftCardKey, ip, code, pin, now }), { token, now }),
    removeGiftCard: async ({ params: { token, giftCardId }, now }) =>
      answer(await removeGiftCard(carts, { token, giftCardId, now }), { token, now }),
  };
}

/** The cart as it is priced after a change, or why there was none. */
function answering(carts: CartDeps) {
  return async (changed: Changed, asked: Now, deps: CartDeps = carts): Promise<Answered> => {
    if (!changed.ok) return { ok: false, refusal: withErrors(changed.refusal) };
    const priced = await readPricedCart(deps, asked);
    return priced === undefined ? UNKNOWN_CART : ok(cartAnswer(priced));
  };
}

const UNKNOWN_CART = {
  ok: false,
  refusal: { code: 'unknown_cart', message: 'there is no such cart', field: 'token' },
} as const;

function unknownStorefront(prefix: string) {
  const message = `no storefront has the prefix "${prefix}": see /markets`;
  return { ok: false, refusal: { code: 'unknown_storefront', message, field: 'storefront' } } as const;
}
