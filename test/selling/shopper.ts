import { expectOk, type Result } from '../../src/kernel/index.ts';
import { addLine, createCart, readPricedCart, setDetails } from '../../src/modules/carts/index.ts';
import type { VariantId } from '../../src/modules/catalog/index.ts';
import {
  type Placed,
  type PlaceOrder,
  type PlaceRefusal,
  placeOrder,
} from '../../src/modules/orders/index.ts';
import { ENGLISH, EUR, NOW, type SellingShop } from './open-shop.ts';

export const ADDRESS = {
  name: 'Ada Byron',
  line1: 'Lindenweg 12',
  city: 'Berlin',
  postalCode: '10115',
  country: 'DE',
};

export type Wish = { readonly variantId: VariantId; readonly quantity: number };

/** A new cart with these goods in it. */
export async function aCart({ deps }: SellingShop, ...wishes: readonly Wish[]): Promise<string> {
  const { token } = await createCart(deps, { market: 'eu', locale: ENGLISH, currency: EUR, now: NOW });
  for (const wish of wishes) expectOk(await addLine(deps, { token, ...wish, now: NOW }));
  return token;
}

/** The same with everything said that an order needs, and delivery chosen. */
export async function aReadyCart(shop: SellingShop, ...wishes: readonly Wish[]): Promise<string> {
  const token = await aCart(shop, ...wishes);
  await sayDetails(shop, token);
  return token;
}

export async function sayDetails({ deps }: SellingShop, token: string): Promise<void> {
  const details = { email: 'ada@example.org', shippingAddress: ADDRESS };
  expectOk(await setDetails(deps, { token, details, now: NOW }));
  const priced = await readPricedCart(deps, { token, now: NOW });
  const deliveryOptionId = priced?.deliveryOptions[0]?.id;
  if (deliveryOptionId === undefined) return;
  expectOk(await setDetails(deps, { token, details: { deliveryOptionId }, now: NOW }));
}

let networks = 0;

/** An address that nobody else comes from. */
export function aNetwork(): string {
  networks += 1;
  return `10.${(networks >> 16) & 255}.${(networks >> 8) & 255}.${networks & 255}`;
}

export type Asked = Partial<Omit<PlaceOrder, 'payment'>> & {
  readonly token?: string;
  readonly methodId?: string;
  readonly isWithoutPayment?: boolean;
};

/** Orders the cart with a card that is approved unless another is given. Each order comes from a network of its own. */
export function order(
  { deps, card }: SellingShop,
  cartToken: string,
  { token = 'tok_visa', methodId = card, isWithoutPayment = false, ...rest }: Asked = {},
): Promise<Result<Placed, PlaceRefusal>> {
  return placeOrder(deps, {
    cartToken,
    ...(isWithoutPayment ? {} : { payment: paymentBy(methodId, token) }),
    terms: { version: '2026-01' },
    ip: aNetwork(),
    now: NOW,
    ...rest,
  });
}

export function paymentBy(methodId: string, token: string): NonNullable<PlaceOrder['payment']> {
  const shop = 'https://shop.example';
  const urls = {
    returnUrl: `${shop}/return`,
    cancelUrl: `${shop}/checkout`,
    webhookUrl: `${shop}/webhooks/test`,
  };
  return { methodId, token, ...urls };
}
