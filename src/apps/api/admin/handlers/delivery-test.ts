import { fromDecimal, localeOf, money, ok, parseLocale, refuse } from '../../../../kernel/index.ts';
import { type Market, readMarkets, readShop } from '../../../../modules/markets/index.ts';
import {
  deliveryDates,
  deliveryOptions,
  type ExplainedMethod,
  explainDelivery,
  readMethods,
  readShippingRulebook,
  type ShippingRulebook,
} from '../../../../modules/shipping/index.ts';
import { type Asked, type Handlers, moneyOf } from '../../../../platform/api/index.ts';
import type { deliveryTestEndpoints } from '../contract/delivery-test.ts';
import type { AdminDeps } from '../deps.ts';

type Query = Asked<typeof deliveryTestEndpoints.testDelivery>['query'];

export function deliveryTestHandlers({ reads }: AdminDeps): Handlers<typeof deliveryTestEndpoints> {
  return {
    testDelivery: async ({ query, now }) => {
      const locale = parseLocale(query.locale);
      if (locale === undefined) return refuse('unknown_locale', 'no BCP 47 language tag', 'locale');
      const value = fromDecimal(query.value, query.currency);
      if (value === undefined || value.minor < 0n) {
        return refuse('invalid', `no amount of ${query.currency}`, 'value');
      }
      const [rulebook, methods, shop] = await Promise.all([
        readShippingRulebook(reads),
        readMethods(reads),
        readShop(reads),
      ]);
      const { currency, country } = query;
      const goods = goodsOf(query, value.minor);
      const { zone, items } = explainDelivery(rulebook, {
        ...{ destination: destinationOf(query), currency, goods, locale },
      });
      const at = { now, timeZone: shop.timeZone, fromCountry: shop.country, toCountry: country };
      const off = methods.filter(({ isActive }) => !isActive);
      const answers = [
        ...items.map((item) => answerOf(item, at, currency)),
        ...off.map((method) => ({ ...named(method), outcome: 'off' as const, isFree: false, points: [] })),
      ];
      return ok({ zone: zone && { id: zone.id, name: zone.name }, items: answers });
    },
    readDeliveryCoverage: async () => {
      const [rulebook, markets] = await Promise.all([readShippingRulebook(reads), readMarkets(reads)]);
      return ok({
        markets: markets.map((market) => ({
          ...{ code: market.code, name: market.name, currency: market.currency, countries: market.countries },
          undeliverable: market.countries.filter((country) => !isDelivered(rulebook, market, country)),
        })),
      });
    },
  };
}

function destinationOf({ country, region, postalCode }: Query) {
  return {
    country: country.toUpperCase(),
    ...(region === undefined ? {} : { region }),
    ...(postalCode === undefined ? {} : { postalCode }),
  };
}

function goodsOf({ weightGrams, quantity, lengthMm, widthMm, heightMm }: Query, valueMinor: bigint) {
  const isSized = lengthMm !== undefined && widthMm !== undefined && heightMm !== undefined;
  const maxDims = isSized ? { maxDims: { lengthMm, widthMm, heightMm } } : {};
  return { weightGrams, quantity, valueMinor, requiresShipping: true, ...maxDims };
}

function answerOf(
  item: ExplainedMethod,
  at: Parameters<typeof deliveryDates>[1],
  currency: Query['currency'],
) {
  const { method, outcome, options } = item;
  const [option] = options;
  const dates = option && deliveryDates(option, at);
  return {
    ...{ ...named(method), outcome },
    ...(outcome === 'offered' ? { price: moneyOf(money(item.priceMinor, currency)) } : {}),
    isFree: outcome === 'offered' && item.priceMinor === 0n,
    ...{ earliest: dates?.earliest.toString(), latest: dates?.latest.toString() },
    points: options.flatMap(({ pickupPoint }) => (pickupPoint === undefined ? [] : [pickupPoint.name])),
  };
}

function named({ id, code, name, kind }: ExplainedMethod['method']) {
  return { methodId: id, code, name, kind };
}

const PARCEL = { weightGrams: 1_000, valueMinor: 1_000n, quantity: 1, requiresShipping: true };

function isDelivered(rulebook: ShippingRulebook, { currency }: Market, country: string): boolean {
  const input = { destination: { country }, currency, goods: PARCEL, locale: localeOf('en') };
  return deliveryOptions(rulebook, input).length > 0;
}
