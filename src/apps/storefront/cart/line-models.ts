import type { PricedCart, PricedLine } from '../../../modules/carts/index.ts';
import type { Picture } from '../../../modules/media/index.ts';
import type { QuotedLine } from '../../../modules/pricing/index.ts';
import { message } from '../messages/index.ts';
import type { CartLine, LineModel, PictureModel } from '../model/index.ts';
import { moneyText } from '../money-text.ts';
import { returnDay } from '../pages/stock.ts';
import type { Site } from '../site.ts';

/** The cart's lines as they are shown, in its page and beside the checkout. */
export function lineModels(priced: PricedCart, site: Site): readonly LineModel[] {
  const names = promotionNames(priced);
  return priced.lines.map((line) => lineModel(line, { site, names }));
}

export function cartLines(priced: PricedCart, site: Site, maxQuantity: number): readonly CartLine[] {
  const names = promotionNames(priced);
  return priced.lines.map((line) => ({
    ...lineModel(line, { site, names }),
    productId: line.productId,
    maxQuantity: Math.min(line.available ?? maxQuantity, maxQuantity),
    isGift: line.isGift,
    notices: line.notices.map((notice) => noticeModel(notice, line, site)),
    delivery: undefined,
  }));
}

type Naming = { readonly site: Site; readonly names: ReadonlyMap<string, string> };

function lineModel(line: PricedLine, { site, names }: Naming): LineModel {
  const { quoted } = line;
  const amount = (minor: bigint) => moneyText(minor, site.currency, site.locale);
  const subtotal = quoted?.subtotalMinor ?? 0n;
  const discount = quoted?.discountMinor ?? 0n;
  return {
    id: line.id,
    title: line.title,
    href: site.to(`/products/${line.handle}`),
    options: line.options.map(({ value }) => value),
    picture: line.picture && pictureModel(line.picture),
    quantity: line.quantity,
    unitPrice: amount(quoted?.unitMinor ?? line.addedUnitMinor),
    total: amount(subtotal - discount),
    before: discount > 0n ? amount(subtotal) : undefined,
    reasons: quoted === undefined ? [] : reasonsOf(quoted, names, site),
  };
}

/** "Why this price": the price list that it is from, and what every promotion took off. */
export function reasonsOf(
  quoted: Pick<QuotedLine, 'priceReason' | 'discounts'>,
  names: ReadonlyMap<string, string>,
  { currency, locale }: Pick<Site, 'currency' | 'locale'>,
): string[] {
  const { priceReason, discounts } = quoted;
  const list = priceReason.kind === 'price_list' ? [priceReason.name] : [];
  const promotions = discounts.map(({ promotionId, code, amountMinor }) => {
    const title = names.get(promotionId) ?? code ?? message(locale, 'totals.discount');
    return message(locale, 'cart.reason', { title, amount: moneyText(-amountMinor, currency, locale).text });
  });
  return [...list, ...promotions];
}

export function promotionNames({ quote }: Pick<PricedCart, 'quote'>): ReadonlyMap<string, string> {
  return new Map(
    quote.verdicts.flatMap((one) => (one.isApplied ? [[one.promotionId, one.name] as const] : [])),
  );
}

export function pictureModel({ assetId, width, height, placeholderColor: color }: Picture): PictureModel {
  return { assetId, width, height, color, alt: '' };
}

function noticeModel(
  notice: PricedLine['notices'][number],
  line: PricedLine,
  { currency, locale }: Site,
): CartLine['notices'][number] {
  switch (notice.kind) {
    case 'price_changed':
      return {
        text: message(locale, 'cart.notice_price', {
          before: moneyText(notice.beforeMinor, currency, locale).text,
        }),
        isBlocking: false,
      };
    case 'reduced_quantity':
      return { text: message(locale, 'cart.notice_short', { count: notice.available }), isBlocking: true };
    case 'out_of_stock': {
      const text =
        notice.expectedOn === undefined
          ? message(locale, 'cart.notice_sold_out', { title: line.title })
          : message(locale, 'cart.notice_back_about', { date: returnDay(notice.expectedOn, locale) });
      return { text, isBlocking: true };
    }
    case 'not_sold_any_more':
      return { text: message(locale, 'cart.notice_sold_out', { title: line.title }), isBlocking: true };
  }
}
