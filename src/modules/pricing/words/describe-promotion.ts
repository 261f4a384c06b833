import { currencyOf, type Locale, money, moneyText } from '../../../kernel/index.ts';
import type {
  Amounts,
  Benefit,
  Goods,
  Limits,
  Promotion,
  Schedule,
  Selection,
  TierOff,
} from '../promotions/promotion.ts';
import { DE } from './de.ts';
import { EN } from './en.ts';
import { ES } from './es.ts';
import { FR } from './fr.ts';
import type { PromotionWords } from './words.ts';

/** What ids in a promotion are called; an id that nobody knows is called by itself. */
export type NamesOf = (
  kind: 'product' | 'variant' | 'collection' | 'category' | 'brand' | 'market' | 'segment',
  id: string,
) => string | undefined;

type Telling = { readonly words: PromotionWords; readonly locale: Locale; readonly nameOf: NamesOf };

/**
 * What a promotion does, in a sentence that anybody in the shop understands; in English where the language is none of
 * en, de, fr, es.
 *
 * @example
 * // 10% off products in Summer, when the cart has everything worth €50.00 or more, with the code SUMMER.
 */
export function describePromotion(
  promotion: Omit<Promotion, 'id'>,
  {
    locale,
    nameOf,
    codes = [],
  }: { readonly locale: Locale; readonly nameOf: NamesOf; readonly codes?: readonly string[] },
): string {
  const words = LANGUAGES[locale.slice(0, 2)] ?? EN;
  const telling = { words, locale, nameOf };
  const benefits = words.and(promotion.benefits.map((benefit) => benefitText(benefit, telling)));
  const [code] = codes;
  const byCode = code !== undefined && codes.length === 1 ? words.withCode(code) : words.withACode;
  const parts = [
    benefits,
    ...conditionTexts(promotion, telling),
    ...(promotion.trigger === 'code' ? [byCode] : []),
    ...limitTexts(promotion.limits, telling),
    ...(promotion.isExclusive ? [words.alone] : []),
  ];
  const sentence = parts.join(', ');
  return `${sentence.slice(0, 1).toLocaleUpperCase(locale)}${sentence.slice(1)}.`;
}

const LANGUAGES: Readonly<Record<string, PromotionWords>> = { en: EN, de: DE, fr: FR, es: ES };

function benefitText(benefit: Benefit, telling: Telling): string {
  const { words, nameOf } = telling;
  const goods = (of: Goods) => goodsText(of, telling);
  switch (benefit.kind) {
    case 'percent_off': {
      const say = benefit.per === 'item' ? words.offEach : words.off;
      const text = say(percentText(benefit.rateMillionths, telling), goods(benefit.goods));
      return benefit.most === undefined
        ? text
        : `${text} ${words.atMost(amountsText(benefit.most, telling))}`;
    }
    case 'amount_off_order':
      return words.off(amountsText(benefit.amount, telling), goods(benefit.goods));
    case 'amount_off_item':
      return words.offEach(amountsText(benefit.amount, telling), goods(benefit.goods));
    case 'fixed_price':
      return words.fixedPrice(amountsText(benefit.price, telling), goods(benefit.goods));
    case 'buy_x_get_y': {
      const isFree = benefit.rateMillionths === 1_000_000;
      const reduction = isFree ? words.free : words.reducedBy(percentText(benefit.rateMillionths, telling));
      const { buyQuantity, getQuantity, mostTimes } = benefit;
      const text = words.buyGet(buyQuantity, goods(benefit.buy), getQuantity, goods(benefit.get), reduction);
      return mostTimes === undefined ? text : `${text} ${words.mostTimes(mostTimes)}`;
    }
    case 'tiers':
      return `${words.and(tierTexts(benefit, telling))} ${words.onGoods(goods(benefit.goods))}`;
    case 'free_delivery':
      return benefit.upTo === undefined
        ? words.freeDelivery
        : words.deliveryOff(amountsText(benefit.upTo, telling));
    case 'gift':
      return words.gift(benefit.quantity, nameOf('variant', benefit.variantId) ?? benefit.variantId);
  }
}

function tierTexts(benefit: Extract<Benefit, { kind: 'tiers' }>, telling: Telling): string[] {
  const { words } = telling;
  const off = (of: TierOff) =>
    'amount' in of ? amountsText(of.amount, telling) : percentText(of.rateMillionths, telling);
  return benefit.by === 'quantity'
    ? benefit.tiers.map((tier) => words.fromPieces(tier.from, off(tier.off)))
    : benefit.tiers.map((tier) => words.fromValue(amountsText(tier.from, telling), off(tier.off)));
}

function goodsText({ anyOf, noneOf, isFullPriceOnly }: Goods, telling: Telling): string {
  const { words } = telling;
  const some =
    anyOf.length === 0 ? words.everything : words.or(anyOf.map((one) => selectionText(one, telling)));
  const others = words.or(noneOf.map((one) => selectionText(one, telling)));
  const goods = noneOf.length === 0 ? some : words.except(some, others);
  return isFullPriceOnly ? words.notReduced(goods) : goods;
}

function selectionText(selection: Selection, { words, nameOf }: Telling): string {
  const named = (kind: Parameters<NamesOf>[0], ids: readonly string[]) =>
    words.or(ids.map((id) => nameOf(kind, id) ?? id));
  const { products, variants, collections, categories, brands, tags } = selection;
  const parts = [
    products && named('product', products),
    variants && named('variant', variants),
    collections && words.productsIn(named('collection', collections)),
    categories && words.productsIn(named('category', categories)),
    brands && words.productsOfBrand(named('brand', brands)),
    tags && words.productsTagged(words.or(tags)),
  ].flatMap((one) => one ?? []);
  return parts.length === 0 ? words.everything : words.and(parts);
}

function conditionTexts({ conditions }: Omit<Promotion, 'id'>, telling: Telling): string[] {
  const { words, nameOf } = telling;
  const { minimum, markets, segments, isFirstOrder, schedule } = conditions;
  const goods = minimum && goodsText(minimum.goods, telling);
  const named = (kind: 'market' | 'segment', ids: readonly string[]) =>
    words.or(ids.map((id) => nameOf(kind, id) ?? id));
  return [
    minimum?.value && words.whenWorth(amountsText(minimum.value, telling), goods ?? ''),
    minimum?.quantity === undefined ? undefined : words.whenCount(minimum.quantity, goods ?? ''),
    markets && words.inMarkets(named('market', markets)),
    segments && words.forSegments(named('segment', segments)),
    isFirstOrder && words.firstOrder,
    ...(schedule === undefined ? [] : scheduleTexts(schedule, telling)),
  ].flatMap((one) => one ?? []);
}

function scheduleTexts(
  { startsAt, endsAt, weekdays, hours }: Schedule,
  { words, locale }: Telling,
): string[] {
  const moment = (at: Temporal.PlainDateTime) =>
    at.toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const time = (at: Temporal.PlainTime) => at.toLocaleString(locale, { timeStyle: 'short' });
  // 5 January 1970 was a Monday.
  const day = (weekday: number) =>
    Temporal.PlainDate.from('1970-01-04').add({ days: weekday }).toLocaleString(locale, { weekday: 'long' });
  return [
    startsAt && words.from(moment(startsAt)),
    endsAt && words.until(moment(endsAt)),
    weekdays && words.onDays(words.and(weekdays.map(day))),
    hours && words.between(time(hours.from), time(hours.to)),
  ].flatMap((one) => one ?? []);
}

function limitTexts({ uses, usesPerCustomer, budget }: Limits, telling: Telling): string[] {
  const { words } = telling;
  return [
    uses === undefined ? undefined : words.uses(uses),
    usesPerCustomer === undefined ? undefined : words.usesPerCustomer(usesPerCustomer),
    budget && words.budget(amountsText(budget, telling)),
  ].flatMap((one) => one ?? []);
}

function amountsText(amounts: Amounts, { words, locale }: Telling): string {
  const texts = Object.entries(amounts).map(([code, minor = 0n]) =>
    moneyText(money(minor, currencyOf(code)), locale),
  );
  return words.or(texts);
}

function percentText(rateMillionths: number, { locale }: Telling): string {
  const format = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 4 });
  return format.format(rateMillionths / 1_000_000);
}
