import type { CurrencyCode } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import { type CategoryId, readCategories, type VariantId } from '../../catalog/index.ts';
import { readForecasts, type StoredForecast } from '../../forecasting/index.ts';
import { defaultLocation, type LocationId, type Position, readPositions } from '../../inventory/index.ts';
import { readShop } from '../../markets/index.ts';
import {
  converted,
  leadTimesOn,
  type OnOrder,
  readOnOrder,
  readSources,
  type Source,
} from '../../purchasing/index.ts';
import { type Margin, readMargins } from '../margin/read-margins.ts';
import { type Policy, type PolicyPart, policyFrom } from '../policy/policy.ts';
import { keyOf, readPolicyParts } from '../policy/store.ts';
import { type DaysAhead, daysAhead } from './days-ahead.ts';
import { forecastFrom } from './forecast-from.ts';
import type { Adjustment, Need, NeedFacts } from './need.ts';
import { needOf } from './need-of.ts';
import { readAdjustments } from './needs-store.ts';

/** What holds for a whole look at the shop, read once. */
export type Ground = {
  readonly today: Temporal.PlainDate;
  readonly currency: CurrencyCode;
  readonly locationId: LocationId;
  readonly parts: ReadonlyMap<string, PolicyPart>;
  readonly categories: ReadonlyMap<string, CategoryId>;
  readonly now: Temporal.Instant;
};

/** What is known of a variant beyond its need, for who asks for both. */
export type Known = {
  readonly margin: Margin;
  readonly position: Position;
  readonly stored: StoredForecast;
  readonly source: Source | undefined;
  readonly policy: Policy;
  /** Nobody sells it to the shop, or it is not counted: nothing can be needed. */
  readonly facts: NeedFacts | undefined;
};

export async function readGround(db: Db, now: Temporal.Instant): Promise<Ground> {
  const [shop, location, parts, categories] = await Promise.all([
    readShop(db),
    defaultLocation(db),
    readPolicyParts(db),
    readCategories(db),
  ]);
  return {
    today: now.toZonedDateTimeISO(shop.timeZone).toPlainDate(),
    ...{ currency: shop.defaultCurrency, locationId: location.id, parts, now },
    categories: new Map(categories.map(({ path, id }) => [path, id])),
  };
}

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
  const { now, currency } = ground;
  const [margins, positions, forecasts, sources, onOrder, adjustments] = await Promise.all([
    readMargins(db, variantIds, { currency, now }),
    readPositions(db, variantIds),
    readForecasts(db, variantIds),
    readSources(db, variantIds, now),
    readOnOrder(db, variantIds),
    isAdjusted ? readAdjustments(db, variantIds) : NO_ADJUSTMENTS,
  ]);
  return new Map(
    variantIds.flatMap((id): [VariantId, Known][] => {
      const [margin, position, stored] = [margins.get(id), positions.get(id), forecasts.get(id)];
      if (margin === undefined || position === undefined || stored === undefined) return [];
      const policy = policyOf(id, margin, ground);
      const source = sources.get(id)?.[0];
      const isBought = source !== undefined && position.isTracked && margin.sellable.kind === 'physical';
      const given = { margin, position, stored, policy };
      const facts = isBought
        ? factsOf(id, { ...given, source, onOrder: onOrder.get(id) ?? [] }, ground)
        : undefined;
      const adjustment = adjustments.get(id);
      return [[id, { ...given, source, facts: facts && { ...facts, adjustment } }]];
    }),
  );
}

const NO_ADJUSTMENTS: ReadonlyMap<VariantId, Adjustment> = new Map();

function policyOf(id: VariantId, { sellable }: Margin, { parts, categories }: Ground): Policy {
  const nearest = sellable.categoryPaths[0]?.split('/') ?? [];
  // `home/kitchen/mugs`, then `home/kitchen`, then `home`.
  const paths = nearest.map((_, index) => nearest.slice(0, nearest.length - index).join('/'));
  const scopes = paths.flatMap((path) => {
    const category = categories.get(path);
    return category === undefined ? [] : [keyOf({ kind: 'category', id: category })];
  });
  const keys = [keyOf({ kind: 'variant', id }), ...scopes, keyOf({ kind: 'shop' })];
  return policyFrom(keys.flatMap((key) => parts.get(key) ?? []));
}

function factsOf(
  variantId: VariantId,
  given: Omit<Known, 'facts'> & { readonly source: Source; readonly onOrder: readonly OnOrder[] },
  { today, currency, locationId }: Ground,
): NeedFacts {
  const { margin, position, stored, source, policy } = given;
  const { onOrder } = given;
  const prices = source.breaks.map(({ from, priceMinor, perQuantity }) => {
    const ofShop = converted(priceMinor, { from: source.currency, to: currency, rateE10: source.rateE10 });
    return { from, unitCost: Number(ofShop) / perQuantity };
  });
  const cost = margin.costMinor === undefined ? (prices[0]?.unitCost ?? 0) : Number(margin.costMinor);
  return {
    ...{ variantId, locationId, today, source, policy, prices, onOrder },
    leadTimes: leadTimesOn(today, source.leadTime.distribution, source.closedDays),
    forecast: forecastFrom(stored, today),
    available: position.available - position.waiting,
    inTransit: position.inTransit,
    marginMinor: Number(margin.netMinor) - cost,
  };
}
