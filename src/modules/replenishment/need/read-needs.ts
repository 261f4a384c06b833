import type { Db } from '../../../platform/database/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import { readForecasts, type StoredForecast } from '../../forecasting/index.ts';
import { converted, leadTimesOn, type Source } from '../../purchasing/index.ts';
import { type DaysAhead, daysAhead } from './days-ahead.ts';
import { forecastFrom } from './forecast-from.ts';
import { type Ground, readGround } from './ground.ts';
import type { Adjustment, Need, NeedFacts } from './need.ts';
import { needOf } from './need-of.ts';
import { readAdjustments } from './needs-store.ts';
import { type About, type Bought, isBought, readAbout } from './read-bought.ts';

/** What is known of a variant beyond its need, for who asks for both. */
export type Known = About & {
  readonly stored: StoredForecast;
  /** Nobody sells it to the shop, or it is not counted: nothing can be needed. */
  readonly facts: NeedFacts | undefined;
};

export type NeedAhead = Need & { readonly ahead: DaysAhead };

/** What these variants need now, those without a supplier or a forecast left out. */
export async function readNeeds(
  db: Db,
  variantIds: readonly VariantId[],
  now: Temporal.Instant,
): Promise<NeedAhead[]> {
  const known = await readKnown(db, variantIds, await readGround(db, now), { isAdjusted: true });
  return [...known.values()].flatMap(({ facts }) =>
    facts === undefined ? [] : [{ ...needOf(facts), ahead: daysAhead(facts) }],
  );
}

/**
 * Of each variant with a price and a forecast what there is to know; so many reads, however many they are.
 *
 * @param asked.isAdjusted with what needs together have made of it at the last review of the whole shop
 */
export async function readKnown(
  db: Db,
  variantIds: readonly VariantId[],
  ground: Ground,
  { isAdjusted = false }: { readonly isAdjusted?: boolean } = {},
): Promise<Map<VariantId, Known>> {
  const [all, forecasts, adjustments] = await Promise.all([
    readAbout(db, variantIds, ground),
    readForecasts(db, variantIds),
    isAdjusted ? readAdjustments(db, variantIds) : NO_ADJUSTMENTS,
  ]);
  const leadTimesOf = leadTimesFrom(ground);
  return new Map(
    [...all].flatMap(([id, about]): [VariantId, Known][] => {
      const stored = forecasts.get(id);
      if (stored === undefined) return [];
      const adjustment = adjustments.get(id);
      const facts = isBought(about)
        ? { ...factsOf(id, about, stored, ground), leadTimes: leadTimesOf(about.source), adjustment }
        : undefined;
      return [[id, { ...about, stored, facts }]];
    }),
  );
}

const NO_ADJUSTMENTS: ReadonlyMap<VariantId, Adjustment> = new Map();

/** Lead times of orders of today: the same for all that a supplier sells, closed days among them. */
function leadTimesFrom({ today }: Ground) {
  const known = new Map<Source['leadTime'], NeedFacts['leadTimes']>();
  return ({ leadTime, closedDays }: Source) => {
    const { distribution } = leadTime;
    if (closedDays.length === 0) return distribution;
    const found = known.get(leadTime) ?? leadTimesOn(today, distribution, closedDays);
    known.set(leadTime, found);
    return found;
  };
}

function factsOf(
  variantId: VariantId,
  { margin, position, source, policy, onOrder }: Bought,
  stored: StoredForecast,
  { today, currency, locationId }: Ground,
): Omit<NeedFacts, 'leadTimes'> {
  const prices = source.breaks.map(({ from, priceMinor, perQuantity }) => {
    const ofShop = converted(priceMinor, { from: source.currency, to: currency, rateE10: source.rateE10 });
    return { from, unitCost: Number(ofShop) / perQuantity };
  });
  const cost = margin.costMinor === undefined ? (prices[0]?.unitCost ?? 0) : Number(margin.costMinor);
  return {
    ...{ variantId, locationId, today, source, policy, prices, onOrder },
    forecast: forecastFrom(stored, today),
    available: position.available - position.waiting,
    inTransit: position.inTransit,
    marginMinor: Number(margin.netMinor) - cost,
  };
}
