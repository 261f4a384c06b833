import assert from 'node:assert/strict';
import { type CurrencyCode, currencyOf, expectOk, localeOf } from '../../src/kernel/index.ts';
import { addLine, createCart, readPricedCart, setDetails } from '../../src/modules/carts/index.ts';
import type { VariantId } from '../../src/modules/catalog/index.ts';
import { saveMarket } from '../../src/modules/markets/index.ts';
import { type OrderId, placeOrder } from '../../src/modules/orders/index.ts';
import { type PaymentMethodId, saveMethod as savePaymentMethod } from '../../src/modules/payments/index.ts';
import { setPrices } from '../../src/modules/pricing/index.ts';
import { readMethods, saveMethod, saveZone } from '../../src/modules/shipping/index.ts';
import { saveTaxRates, saveTaxSeller } from '../../src/modules/taxes/index.ts';
import type { Connection, Tx } from '../../src/platform/database/index.ts';
import { aGiftCard, payWith } from './offers.ts';
import { ENGLISH, NOW, openSellingShop, type SellingShop } from './open-shop.ts';
import { ADDRESS, aNetwork, paymentBy } from './shopper.ts';

const USD = currencyOf('USD');

/** Addresses with what holds there: VAT in the price in Europe, sales tax on top of it in America. */
export const PLACES = {
  berlin: ADDRESS,
  /** 20 % instead of 19 %, for the same delivery of 4.90. */
  paris: { ...ADDRESS, city: 'Paris', postalCode: '75001', country: 'FR' },
  /** 21 %, delivered for 2.90. */
  utrecht: { ...ADDRESS, city: 'Utrecht', postalCode: '3511 AB', country: 'NL' },
  /** 20 %, delivered for 9.90. */
  vienna: { ...ADDRESS, city: 'Wien', postalCode: '1010', country: 'AT' },
  /** An export. */
  zurich: { ...ADDRESS, city: 'Zürich', postalCode: '8001', country: 'CH' },
  /** Nothing is delivered there. */
  lisbon: { ...ADDRESS, city: 'Lisboa', postalCode: '1100-148', country: 'PT' },
  /** 4 % on top. */
  albany: { ...ADDRESS, city: 'Albany', postalCode: '12207', country: 'US', region: 'NY' },
  /** 7.25 % on top. */
  fresno: { ...ADDRESS, city: 'Fresno', postalCode: '93701', country: 'US', region: 'CA' },
  /** The shop is not registered there: no tax. */
  austin: { ...ADDRESS, city: 'Austin', postalCode: '78701', country: 'US', region: 'TX' },
} as const;

export type World = SellingShop & { readonly cash: PaymentMethodId };

/** The shop that sells, in a European and an American market. */
export async function openWorld(
  connection: Connection,
  built: { readonly stock?: number } = {},
): Promise<World> {
  const shop = await openSellingShop(connection, built);
  return shop.deps.db.transaction().execute(async (tx) => {
    await openTaxes(tx);
    await openDelivery(tx);
    const us = { code: 'us', name: 'America', countries: ['US'], currency: USD };
    expectOk(await saveMarket(tx, { ...us, pricesIncludeTax: false, position: 1 }));
    const prices = shop.variants.map((variantId, index) => {
      const amountMinor = [1200n, 3000n, 250n][index] ?? 0n;
      return { variantId, currency: USD, amountMinor, compareAtMinor: undefined };
    });
    await setPrices(tx, { prices, now: NOW.subtract({ hours: 1 }), reason: 'test' });
    const titles = new Map([[localeOf('en'), 'Cash on delivery']]);
    const open = { limits: new Map(), marketCodes: [], position: 9, isActive: true, isCapturedAtOnce: false };
    const saved = await savePaymentMethod(tx, {
      ...open,
      titles,
      provider: 'cash_on_delivery',
      mode: 'by_hand',
    });
    return { ...shop, cash: expectOk(saved).id };
  });
}

async function openTaxes(tx: Tx): Promise<void> {
  const seller = { registrations: ['US-NY', 'US-CA'], usesOss: true, isAboveThreshold: true };
  expectOk(await saveTaxSeller(tx, { ...seller, vatIdProof: 'format', timeZone: 'Europe/Berlin' }));
  const always = {
    postalPrefixes: [],
    taxClass: '',
    validFrom: undefined,
    validUntil: undefined,
    source: 'test',
  };
  const vat = { ...always, name: 'VAT', levy: 'vat' };
  const state = { ...always, name: 'Sales tax', levy: 'state', country: 'US' };
  expectOk(
    await saveTaxRates(tx, [
      { ...vat, country: 'FR', rateMillionths: 200_000 },
      { ...vat, country: 'AT', rateMillionths: 200_000 },
      { ...vat, country: 'NL', rateMillionths: 210_000 },
      { ...state, region: 'NY', rateMillionths: 40_000 },
      { ...state, region: 'CA', rateMillionths: 72_500 },
    ]),
  );
}

async function openDelivery(tx: Tx): Promise<void> {
  const [method] = await readMethods(tx);
  assert.ok(method);
  const rates = [...method.rates];
  const zones: readonly (readonly [string, CurrencyCode, bigint])[] = [
    ['NL', currencyOf('EUR'), 290n],
    ['AT', currencyOf('EUR'), 990n],
    ['CH', currencyOf('EUR'), 990n],
    ['US', USD, 1000n],
  ];
  for (const [position, [country, currency, priceMinor]] of zones.entries()) {
    const place = { countries: [country], regions: [], postalCodes: [] };
    const zone = expectOk(await saveZone(tx, { ...place, name: country, position: position + 1 }));
    const steps = [{ upTo: undefined, priceMinor }];
    rates.push({ zoneId: zone.id, currency, freeFromMinor: undefined, basis: 'weight', steps });
  }
  expectOk(await saveMethod(tx, { ...method, rates }));
}

type Sold = {
  readonly from?: (typeof PLACES)[keyof typeof PLACES];
  readonly methodId?: PaymentMethodId;
  readonly cardMinor?: bigint;
  readonly wishes?: readonly { readonly variantId: VariantId; readonly quantity: number }[];
};

/** Two cups at 12.00 and a pot at 30.00: 54.00, and what delivery costs. */
export async function anOrderTo(shop: World, sold: Sold = {}): Promise<OrderId> {
  const { deps, variants } = shop;
  const { from = PLACES.berlin, methodId = shop.card, cardMinor = 0n } = sold;
  const [cup, pot] = variants;
  const wishes = sold.wishes ?? [
    { variantId: cup, quantity: 2 },
    { variantId: pot, quantity: 1 },
  ];
  const isAmerican = from.country === 'US';
  const where = isAmerican ? { market: 'us', currency: USD } : { market: 'eu', currency: shop.currency };
  const { token } = await createCart(deps, { ...where, locale: ENGLISH, now: NOW });
  for (const wish of wishes) expectOk(await addLine(deps, { token, ...wish, now: NOW }));
  const details = { email: 'ada@example.org', shippingAddress: from };
  expectOk(await setDetails(deps, { token, details, now: NOW }));
  const priced = await readPricedCart(deps, { token, now: NOW });
  const deliveryOptionId = priced?.deliveryOptions[0]?.id ?? '';
  expectOk(await setDetails(deps, { token, details: { deliveryOptionId }, now: NOW }));
  if (cardMinor > 0n) await payWith(shop, token, await aGiftCard(shop, cardMinor));
  const payment = paymentBy(methodId, 'tok_visa');
  const about = { cartToken: token, payment, terms: { version: '2026-01' }, ip: aNetwork(), now: NOW };
  return expectOk(await placeOrder(deps, about)).orderId;
}
