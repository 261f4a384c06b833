import { type CurrencyCode, localeOf, money, ok, parseId, refuse } from '../../../../kernel/index.ts';
import { readSellables, type Sellable, type VariantId } from '../../../../modules/catalog/index.ts';
import { type Market, readMarkets, readShop } from '../../../../modules/markets/index.ts';
import { collectionsOf } from '../../../../modules/merchandising/index.ts';
import {
  describePromotion,
  type PromotionRulebook,
  type Quote,
  type QuoteLine,
  quote,
  readListPrices,
  readPrices,
  readPromotionRulebook,
  readPromotionUsage,
  readReductions,
  trialRulebook,
  trialUsage,
} from '../../../../modules/pricing/index.ts';
import { readTaxRulebook, taxContextOf } from '../../../../modules/taxes/index.ts';
import { type Asked, moneyOf } from '../../../../platform/api/index.ts';
import type { Db } from '../../../../platform/database/index.ts';
import type { promotionDeskEndpoints } from '../contract/promotion-desk.ts';
import { promotionNames } from './promotion-names.ts';
import { testVerdicts } from './test-verdicts.ts';

type Wanted = Asked<typeof promotionDeskEndpoints.testPromotion>['body'];

/** What a cart would cost with the promotions in force, and with one that is being written. Nothing is saved. */
export async function testPromotion(db: Db, wanted: Wanted, now: Temporal.Instant) {
  const [shop, markets, rulebook] = await Promise.all([
    readShop(db),
    readMarkets(db),
    readPromotionRulebook(db),
  ]);
  const market = markets.find(({ code }) => code === wanted.market);
  if (market === undefined)
    return refuse('unknown_market', `no market has the code "${wanted.market}"`, 'market');
  const { promotion, promotionId, delivery } = wanted;
  if (delivery !== undefined && delivery.currency !== market.currency) {
    return refuse('other_currency', `the market sells in ${market.currency}`, 'delivery.currency');
  }
  const trial = promotion === undefined ? undefined : trialRulebook(rulebook, { id: promotionId, promotion });
  if (trial !== undefined && !trial.ok) return trial;
  const tried = trial?.value.rulebook ?? rulebook;
  const at = wanted.at ?? now;
  const lines = await quoteLinesOf(db, { wanted, market, at, rulebook: tried });
  if (!lines.ok) return lines;
  const usage = await readPromotionUsage(db, { rulebook: tried, codes: wanted.codes });
  const sellerCountry = shop.country || (markets[0]?.countries[0] ?? '');
  const country = market.countries.includes(sellerCountry)
    ? sellerCountry
    : (market.countries[0] ?? sellerCountry);
  const quoted = quote({
    ...{ currency: market.currency, pricesIncludeTax: market.pricesIncludeTax, marketCode: market.code },
    ...{ timeZone: shop.timeZone, now: at, lines: lines.value.lines, rulebook: tried, codes: wanted.codes },
    usage: trial === undefined ? usage : trialUsage(usage, { id: trial.value.id, codes: wanted.trialCodes }),
    customer: wanted.customer && { id: 'test', ...wanted.customer },
    delivery: delivery && { optionId: 'test', priceMinor: delivery.minor, taxClass: '' },
    taxes: taxContextOf(await readTaxRulebook(db), { destination: { country }, sellerCountry, now: at }),
  });
  const draft = trial?.value.draft;
  const nameOf = draft && (await promotionNames(db, [draft]));
  const locale = localeOf(wanted.locale);
  return ok({
    sentence: draft && nameOf && describePromotion(draft, { locale, nameOf, codes: wanted.trialCodes }),
    ...quoteAnswer(quoted, { sellables: lines.value.sellables, rulebook: tried }),
    verdicts: testVerdicts(quoted, { rulebook: tried, trialId: trial?.value.id }),
  });
}

async function quoteLinesOf(
  db: Db,
  given: {
    readonly wanted: Wanted;
    readonly market: Market;
    readonly at: Temporal.Instant;
    readonly rulebook: PromotionRulebook;
  },
) {
  const { wanted, market, at, rulebook } = given;
  const asked = wanted.lines.map(({ variantId }) => variantId);
  const gifts = giftsIn(rulebook).filter((id) => !asked.includes(id));
  const variantIds = [...new Set([...asked, ...gifts])];
  const { currency } = market;
  const [sellables, prices, listPrices, reductions] = await Promise.all([
    readSellables(db, variantIds),
    readPrices(db, variantIds),
    readListPrices(db, variantIds, currency),
    readReductions(db, { variantIds, currency, now: at }),
  ]);
  const places = await collectionsOf(db, [
    ...new Set([...sellables.values()].map(({ productId }) => productId)),
  ]);
  const lineOf = (sellable: Sellable, quantity: number, id: string): QuoteLine | undefined => {
    const price = prices.get(sellable.variantId)?.find((one) => one.currency === currency);
    if (price === undefined) return undefined;
    const { variantId, productId, isTaxable, taxCode: taxClass, weightGrams, requiresShipping } = sellable;
    return {
      ...{ id, variantId, productId, quantity, isTaxable, taxClass, weightGrams, requiresShipping },
      ...{ basePriceMinor: price.amountMinor, listPrices: listPrices.get(variantId) ?? [] },
      ...{ compareAt: reductions.get(variantId), isGiftCard: sellable.kind === 'gift_card' },
      collectionIds: (places.get(productId) ?? []).map(({ collectionId }) => collectionId),
      ...{ categoryPaths: sellable.categoryPaths, brandId: sellable.brandId, tags: sellable.tags },
    };
  };
  const lines: QuoteLine[] = [];
  for (const [index, { variantId, quantity }] of wanted.lines.entries()) {
    const sellable = sellables.get(variantId);
    const field = `lines[${index}].variantId`;
    if (sellable === undefined) return refuse('unknown_variant', 'no variant has this id', field);
    const line = lineOf(sellable, quantity, String(index));
    if (line === undefined) return refuse('no_price', `it has no price in ${currency}`, field);
    lines.push(line);
  }
  const offers = gifts.flatMap((variantId) => {
    const sellable = sellables.get(variantId);
    const line = sellable && lineOf(sellable, MOST_GIFTS, `gift:${variantId}`);
    return line === undefined ? [] : [{ ...line, isGift: true }];
  });
  return ok({ lines: [...lines, ...offers], sellables });
}

const MOST_GIFTS = 99;

function giftsIn({ promotions }: PromotionRulebook): VariantId[] {
  const ids = promotions.flatMap(({ benefits }) =>
    benefits.flatMap((benefit) => (benefit.kind === 'gift' ? [benefit.variantId] : [])),
  );
  return [...new Set(ids)].flatMap((id) => parseId<'variant'>(id) ?? []);
}

function quoteAnswer(
  quoted: Quote,
  {
    sellables,
    rulebook,
  }: { readonly sellables: ReadonlyMap<VariantId, Sellable>; readonly rulebook: PromotionRulebook },
) {
  const told = (minor: bigint) => tellIn(quoted.currency, minor);
  const names = new Map(rulebook.promotions.map(({ id, name }) => [id, name]));
  const { totals, delivery } = quoted;
  return {
    lines: quoted.lines.map((line) => ({
      ...{
        variantId: line.variantId,
        title: sellables.get(line.variantId)?.title ?? '',
        isGift: line.isGift,
      },
      ...{ quantity: line.quantity, unit: told(line.unitMinor), subtotal: told(line.subtotalMinor) },
      ...{ discount: told(line.discountMinor), total: told(line.totalMinor) },
      discounts: line.discounts.map(({ promotionId, amountMinor }) => ({
        ...{ promotionId, name: names.get(promotionId) ?? '', amount: told(amountMinor) },
      })),
    })),
    delivery: delivery && {
      ...{ price: told(delivery.priceMinor), discount: told(delivery.discountMinor) },
      total: told(delivery.totalMinor),
    },
    totals: {
      ...{ subtotal: told(totals.subtotalMinor), discount: told(totals.discountMinor) },
      ...{ delivery: told(totals.deliveryMinor), tax: told(totals.taxMinor), total: told(totals.totalMinor) },
    },
  };
}

function tellIn(currency: CurrencyCode, minor: bigint) {
  return moneyOf(money(minor, currency));
}
