import { type CurrencyCode, money } from '../../../../kernel/index.ts';
import type { CartNotice, PricedCart, PricedLine } from '../../../../modules/carts/index.ts';
import type { PromotionVerdict, Quote } from '../../../../modules/pricing/index.ts';
import type { DeliveryOption } from '../../../../modules/shipping/index.ts';
import { type Answer, moneyOf } from '../../../../platform/api/index.ts';
import type { cartEndpoints } from '../contract/carts.ts';
import { pictureOf } from './picture.ts';

export type CartAnswer = Answer<typeof cartEndpoints.readCart>;

/** Amounts of one currency, as the API writes them. */
export type Amounts = (minor: bigint) => { readonly amount: string; readonly currency: string };
export const amountsIn =
  (currency: CurrencyCode): Amounts =>
  (minor) =>
    moneyOf(money(minor, currency));

export function cartAnswer(priced: PricedCart): CartAnswer {
  const { cart, quote, dueMinor, missing, delivery } = priced;
  const amount = amountsIn(cart.currency);
  const { id, market, locale, currency, email, phone, note, giftMessage, vatId, codes, giftCards } = cart;
  return {
    ...{ id, market, locale, currency, email, phone, note, giftMessage, vatId, codes, giftCards, missing },
    ...{ usesStoreCredit: cart.usesStoreCredit, acceptsMarketing: cart.acceptsMarketing },
    ...{ isCompleted: cart.isCompleted, pricesIncludeTax: quote.pricesIncludeTax },
    ...{ shippingAddress: cart.shippingAddress, billingAddress: cart.billingAddress },
    lines: priced.lines.map((line) => lineOf(line, amount)),
    totals: totalsOf(quote.totals, amount),
    taxes: taxesOf(quote.taxes, amount),
    promotions: quote.verdicts.map((verdict) => verdictOf(verdict, amount)),
    credits: priced.credits.map((credit) => ({
      ...{ kind: credit.kind, amount: amount(credit.amountMinor) },
      last4: credit.kind === 'gift_card' ? credit.card.last4 : undefined,
    })),
    due: amount(dueMinor),
    isEstimate: priced.destination.isEstimate,
    deliveryOptions: priced.deliveryOptions.map((option) => deliveryOf(option, amount)),
    deliveryOptionId: delivery?.id,
    notices: priced.notices.map((notice) => noticeOf(notice, amount)),
  };
}

function lineOf(line: PricedLine, amount: Amounts): CartAnswer['lines'][number] {
  const { id, variantId, productId, handle, title, sku, options, kind, quoted, reduction, picture } = line;
  const { quantity, soldQuantity, available, giftMessage, isGift } = line;
  return {
    ...{ id, variantId, productId, handle, title, sku, options, kind, quantity, soldQuantity, available },
    ...{ giftMessage, isGift, picture: picture && pictureOf(picture, title) },
    compareAt: reduction && amount(reduction.priorMinor),
    ...(quoted && {
      unitPrice: amount(quoted.unitMinor),
      priceReason: quoted.priceReason.kind === 'base' ? 'base' : quoted.priceReason.name,
      subtotal: amount(quoted.subtotalMinor),
      discount: amount(quoted.discountMinor),
      tax: amount(quoted.taxMinor),
      total: amount(quoted.totalMinor),
    }),
  };
}

export function totalsOf(totals: Quote['totals'], amount: Amounts): CartAnswer['totals'] {
  return {
    subtotal: amount(totals.subtotalMinor),
    discount: amount(totals.discountMinor),
    delivery: amount(totals.deliveryMinor),
    tax: amount(totals.taxMinor),
    total: amount(totals.totalMinor),
  };
}

export function taxesOf(taxes: Quote['taxes'], amount: Amounts): CartAnswer['taxes'] {
  return taxes.map(({ name, country, region, rateMillionths, baseMinor, taxMinor }) => ({
    ...{ name, country, region, rate: decimalRate(BigInt(rateMillionths)) },
    ...{ base: amount(baseMinor), tax: amount(taxMinor) },
  }));
}

/** `190000n` is `0.19`. */
export function decimalRate(millionths: bigint): string {
  const fraction = (millionths % 1_000_000n).toString().padStart(6, '0').replace(/0+$/, '');
  return fraction === '' ? `${millionths / 1_000_000n}` : `${millionths / 1_000_000n}.${fraction}`;
}

export function verdictOf(verdict: PromotionVerdict, amount: Amounts): CartAnswer['promotions'][number] {
  const { isApplied, promotionId, name, code } = verdict;
  return verdict.isApplied
    ? { isApplied, promotionId, name, code, amount: amount(verdict.amountMinor) }
    : { isApplied, promotionId, name, code, reason: publicReason(verdict) };
}

/** Guessing codes learns nothing: one that is unknown, over or not for this shopper is told alike (A3). */
function publicReason(verdict: Extract<PromotionVerdict, { isApplied: false }>): string {
  return verdict.code === undefined ? verdict.reason.code : 'not_applicable';
}

export function deliveryOf(option: DeliveryOption, amount: Amounts): CartAnswer['deliveryOptions'][number] {
  const { id, name, carrier, service, minDays, maxDays, pickupPoint: point } = option;
  return {
    ...{ id, name, carrier, service, minDays, maxDays, price: amount(option.priceMinor) },
    pickupPoint: point && { name: point.name, code: point.code, address: point.address },
  };
}

function noticeOf(notice: CartNotice, amount: Amounts): CartAnswer['notices'][number] {
  switch (notice.kind) {
    case 'price_changed': {
      const { kind, lineId, title, beforeMinor, nowMinor } = notice;
      return { kind, lineId, title, before: amount(beforeMinor), now: amount(nowMinor) };
    }
    case 'out_of_stock': {
      const { expectedOn, ...rest } = notice;
      return { ...rest, ...(expectedOn && { expectedOn: expectedOn.toString() }) };
    }
    case 'gift_card_empty':
      return { kind: notice.kind, code: notice.card.last4 };
    default:
      return notice;
  }
}
