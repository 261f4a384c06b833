import { type CurrencyCode, divideRounded, money, toDecimal } from '../../../../kernel/index.ts';
import type { VariantId } from '../../../../modules/catalog/index.ts';
import {
  lowestPrior,
  marginOf,
  netMinor,
  type Price,
  readPriceHistory,
  readPrices,
} from '../../../../modules/pricing/index.ts';
import { moneyOf } from '../../../../platform/api/index.ts';
import type { Db } from '../../../../platform/database/index.ts';
import { readContainedTax } from './price-facts.ts';
import { readUnitCosts, type UnitCosts } from './unit-costs.ts';

/** What the price table says of each variant: its cost, and its prices with what is left of them. */
export async function priceRowFacts(
  db: Db,
  variantIds: readonly VariantId[],
  {
    currencies,
    now,
  }: { readonly currencies: readonly CurrencyCode[] | undefined; readonly now: Temporal.Instant },
) {
  const [prices, taxIn, costs] = await Promise.all([
    readPrices(db, variantIds),
    readContainedTax(db, variantIds, now),
    readUnitCosts(db, variantIds),
  ]);
  const shown = (price: Price) => currencies === undefined || currencies.includes(price.currency);
  const all = [...prices.values()].flat().filter(shown);
  const used = [...new Set(all.map(({ currency }) => currency))];
  const lowest = await lowestIn(db, variantIds, used, now);
  return (variantId: VariantId) => {
    const cost = costs.of(variantId);
    const known =
      cost === undefined ? {} : { cost: costs.worthOf(variantId, 1), isAverageCost: cost.isAverage };
    const own = (prices.get(variantId) ?? []).filter(shown);
    return {
      ...known,
      prices: own.map((price) =>
        priceAnswer(price, {
          taxRateMillionths: taxIn(variantId, price.currency),
          costMinor: costMinorOf(costs, variantId, price.currency),
          lowestMinor: lowest.get(`${variantId} ${price.currency}`),
        }),
      ),
    };
  };
}

/** What one costs, where that is known in this currency. */
export function costMinorOf(
  costs: UnitCosts,
  variantId: VariantId,
  currency: CurrencyCode,
): bigint | undefined {
  const cost = costs.of(variantId);
  if (cost === undefined || costs.currency !== currency) return undefined;
  return divideRounded(cost.valueMinor, cost.quantity);
}

async function lowestIn(
  db: Db,
  variantIds: readonly VariantId[],
  currencies: readonly CurrencyCode[],
  now: Temporal.Instant,
): Promise<Map<string, bigint>> {
  const found = new Map<string, bigint>();
  const histories = await Promise.all(
    currencies.map((currency) => readPriceHistory(db, { variantIds, currency })),
  );
  for (const [index, history] of histories.entries()) {
    for (const [variantId, changes] of history) {
      const lowest = lowestPrior(changes, now);
      if (lowest !== undefined) found.set(`${variantId} ${currencies[index]}`, lowest);
    }
  }
  return found;
}

function priceAnswer(
  { currency, amountMinor, compareAtMinor }: Price,
  facts: {
    readonly taxRateMillionths: number;
    readonly costMinor: bigint | undefined;
    readonly lowestMinor: bigint | undefined;
  },
) {
  const { taxRateMillionths, costMinor, lowestMinor } = facts;
  const told = (minor: bigint) => moneyOf(money(minor, currency));
  const base = {
    ...{ currency, price: told(amountMinor), taxRateMillionths, net: told(netMinor(amountMinor, facts)) },
    ...(compareAtMinor === undefined ? {} : { compareAt: told(compareAtMinor) }),
    ...(lowestMinor === undefined ? {} : { lowest30Days: told(lowestMinor) }),
  };
  if (costMinor === undefined) return base;
  const { marginMinor, rateMillionths } = marginOf(amountMinor, { costMinor, taxRateMillionths });
  const margin = { amount: toDecimal(money(marginMinor, currency)), currency };
  return { ...base, margin, ...(rateMillionths === undefined ? {} : { marginMillionths: rateMillionths }) };
}
