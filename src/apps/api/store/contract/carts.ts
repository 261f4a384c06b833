import { z } from 'zod';
import { CART_LIMITS, type CartRefusal } from '../../../../modules/carts/index.ts';
import { endpoint, id, integer, list, text, uuid } from '../../../../platform/api/index.ts';
import { addressInput } from './address.ts';
import { cart } from './cart.ts';
import { storefront } from './catalogue.ts';
import { visit, visitQuery } from './visit.ts';

/** A token is 32 letters; anything else is no cart, so that it is not worth a look. */
export const token = () => text(100, 1);
const params = z.strictObject({ token: token() });
const lineParams = z.strictObject({ token: token(), lineId: id<'cart_line'>() });
const quantity = (least: number) => integer(least, CART_LIMITS.quantity);

/** Every name by which a cart refuses. */
const CART_REFUSALS = {
  ...({ unknown_cart: 404, unknown_line: 404, unknown_variant: 404, unknown_gift_card: 404 } as const),
  ...({ cart_completed: 409, not_for_sale: 409, out_of_stock: 409 } as const),
  ...({ not_a_quantity: 422, too_many_lines: 422, too_many_codes: 422, too_many_gift_cards: 422 } as const),
  ...({ unknown_country: 422, unknown_market: 422, missing: 422, invalid: 422, too_long: 422 } as const),
  ...({ too_many_attempts: 429, sign_in_first: 403 } as const),
} as const satisfies Readonly<Record<CartRefusal['code'], number>>;

const shared = { group: 'Cart', audience: 'cart_token', rate: 'write', refusals: CART_REFUSALS } as const;
const once = { idempotency: 'transaction' } as const;

export const cartEndpoints = {
  createCart: endpoint({
    ...{ ...shared, ...once, method: 'POST', path: '/carts', summary: 'Begin a cart', audience: 'public' },
    ...{ body: z.strictObject({ storefront }), status: 201 },
    output: z.object({ token: z.string().describe('Opens the cart; told this once.'), cart }),
    refusals: { unknown_storefront: 422 },
  }),
  readCart: endpoint({
    ...{ ...shared, method: 'GET', path: '/carts/{token}', summary: 'The cart, priced now', rate: 'read' },
    ...{ params, output: cart, refusals: { unknown_cart: 404 } },
  }),
  viewCart: endpoint({
    ...{ ...shared, method: 'POST', path: '/carts/{token}/views', params, status: 201 },
    summary: 'Say that the shopper looks at the cart',
    description: 'For the statistics alone: programs read a cart more often than anybody looks at it.',
    ...{ body: z.strictObject({ visit }), output: z.object({}), idempotency: 'two_phase' },
    refusals: { unknown_cart: 404 },
  }),
  addLine: endpoint({
    ...{
      ...shared,
      ...once,
      method: 'POST',
      path: '/carts/{token}/lines',
      summary: 'Put something in',
      params,
    },
    body: z.strictObject({
      variantId: id<'variant'>(),
      quantity: quantity(1).default(1),
      giftMessage: text(CART_LIMITS.giftMessageLength).default(''),
      visit,
    }),
    output: z.object({
      lines: z.array(z.object({ id: uuid(), variantId: uuid(), productId: uuid(), quantity: z.int() })),
    }),
    description: 'Answers with the lines alone, at once; read the cart for prices.',
    status: 201,
  }),
  changeLine: endpoint({
    ...{ ...shared, method: 'PATCH', path: '/carts/{token}/lines/{lineId}', summary: 'Change a quantity' },
    ...{ params: lineParams, body: z.strictObject({ quantity: quantity(0), visit }), output: cart },
  }),
  removeLine: endpoint({
    ...{ ...shared, method: 'DELETE', path: '/carts/{token}/lines/{lineId}', summary: 'Take a line out' },
    ...{ params: lineParams, query: visitQuery, output: cart },
  }),
  setDetails: endpoint({
    ...{ ...shared, method: 'PATCH', path: '/carts/{token}', summary: 'Say who, where to and how', params },
    description: 'All of it is kept, or nothing, with every problem by its field. What is left out stays.',
    body: z.strictObject({
      email: text(CART_LIMITS.emailLength).optional(),
      phone: text(CART_LIMITS.phoneLength).optional(),
      shippingAddress: addressInput.nullable().optional(),
      billingAddress: addressInput.nullable().optional().describe('null: the same as the shipping address.'),
      deliveryOptionId: text(100).optional(),
      note: text(CART_LIMITS.noteLength).optional(),
      giftMessage: text(CART_LIMITS.giftMessageLength).optional(),
      vatId: text(CART_LIMITS.vatIdLength).optional(),
      codes: list(text(CART_LIMITS.codeLength, 1), CART_LIMITS.codes)
        .optional()
        .describe('All of them: one that is not named is taken off.'),
      usesStoreCredit: z.boolean().optional(),
      acceptsMarketing: z.boolean().optional(),
      visit,
    }),
    output: cart,
  }),
  changeStorefront: endpoint({
    ...{
      ...shared,
      method: 'PUT',
      path: '/carts/{token}/storefront',
      summary: 'Take it to another storefront',
    },
    ...{ params, body: z.strictObject({ storefront }), output: cart },
    refusals: { ...CART_REFUSALS, unknown_storefront: 422 },
  }),
  addCode: endpoint({
    ...{
      ...shared,
      ...once,
      method: 'POST',
      path: '/carts/{token}/codes',
      summary: 'Try a code',
      rate: 'guess',
    },
    description: 'Whether it applies is in `promotions`; an unknown one and one that is over are told alike.',
    ...{ params, body: z.strictObject({ code: text(CART_LIMITS.codeLength, 1) }), output: cart },
  }),
  removeCode: endpoint({
    ...{ ...shared, method: 'DELETE', path: '/carts/{token}/codes/{code}', summary: 'Take a code off' },
    ...{ params: z.strictObject({ token: token(), code: text(CART_LIMITS.codeLength, 1) }), output: cart },
  }),
  addGiftCard: endpoint({
    ...{ ...shared, method: 'POST', path: '/carts/{token}/gift-cards', summary: 'Pay with a gift card' },
    ...{ params, body: z.strictObject({ code: text(100, 1), pin: text(20, 1) }), output: cart },
    ...{ rate: 'guess', idempotency: 'two_phase' },
  }),
  removeGiftCard: endpoint({
    ...{ ...shared, method: 'DELETE', path: '/carts/{token}/gift-cards/{giftCardId}' },
    ...{ summary: 'Do not pay with a gift card', output: cart },
    params: z.strictObject({ token: token(), giftCardId: id<'gift_card'>() }),
  }),
  acceptAvailable: endpoint({
    ...{ ...shared, method: 'PUT', path: '/carts/{token}/available', summary: 'Take what there is', params },
    description: 'Quantities go down to the stock, lines that cannot be had go out.',
    output: cart,
  }),
};
