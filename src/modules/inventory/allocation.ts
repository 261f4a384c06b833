import type { VariantId } from '../catalog/index.ts';
import type { LocationId } from './level.ts';
import type { AllocationRule, Shortage } from './reservation.ts';

/** So many pieces of one variant for one sold variant. */
export type Need = {
  readonly lineVariantId: VariantId;
  readonly variantId: VariantId;
  readonly perLine: number;
  readonly quantity: number;
};

/** What one location has of a variant. */
export type Place = {
  readonly locationId: LocationId;
  readonly country: string | undefined;
  readonly position: number;
  readonly available: number;
};

/** Where a variant is, and how much more of it may be promised than there is. */
export type Supply = { readonly places: readonly Place[]; readonly beyond: number };

/** Pieces of a need at one location; without one they are promised beyond stock. */
export type Placement = Need & { readonly locationId: LocationId | undefined };

export type Allocation =
  | { readonly isPossible: true; readonly placements: readonly Placement[] }
  | { readonly isPossible: false; readonly shortages: readonly Shortage[] };

/**
 * Places every need, or says of each variant how much is missing. What is in stock is taken before anything
 * is promised beyond it; one need may be split over locations. The order of needs and places does not matter.
 *
 * `fewest_parcels` takes, again and again, the location that has most of what is still needed (greedy set
 * cover): one location where one will do, and not always the least number where several are needed.
 *
 * @example
 * // 3 wanted; Berlin has 2, Paris 5; destination France, `nearest`: 3 from Paris. To Germany: 2 from Berlin,
 * // 1 from Paris.
 */
export function placeNeeds(input: {
  readonly needs: readonly Need[];
  readonly supply: ReadonlyMap<VariantId, Supply>;
  readonly rule: AllocationRule;
  readonly country: string | undefined;
}): Allocation {
  const needs = input.needs.toSorted(byVariant);
  const shortages = shortagesOf(needs, input.supply);
  if (shortages.length > 0) return { isPossible: false, shortages };
  const open = needs.map((need) => ({ need, left: need.quantity }));
  const stock = new Stock(input.supply, input.country);
  const placements: Placement[] = [];
  const take = (wanted: Open, locationId: LocationId): void => {
    const quantity = stock.take(wanted.need.variantId, locationId, wanted.left);
    wanted.left -= quantity;
    if (quantity > 0) placements.push({ ...wanted.need, quantity, locationId });
  };
  if (input.rule === 'fewest_parcels') takeFromFewest(open, stock, take);
  else {
    for (const wanted of open) {
      for (const id of stock.locationsOf(wanted.need.variantId, input.rule)) take(wanted, id);
    }
  }
  for (const { need, left } of open) {
    if (left > 0) placements.push({ ...need, quantity: left, locationId: undefined });
  }
  return { isPossible: true, placements };
}

type Open = { readonly need: Need; left: number };

function takeFromFewest(
  open: readonly Open[],
  stock: Stock,
  take: (wanted: Open, locationId: LocationId) => void,
): void {
  for (;;) {
    const served = (id: LocationId) => stock.served(id, open);
    const best = stock.nearest().reduce<LocationId | undefined>((most, id) => {
      return served(id) > (most === undefined ? 0 : served(most)) ? id : most;
    }, undefined);
    if (best === undefined) return;
    for (const wanted of open) take(wanted, best);
  }
}

function shortagesOf(needs: readonly Need[], supply: ReadonlyMap<VariantId, Supply>): Shortage[] {
  return [...Map.groupBy(needs, (need) => need.variantId)].flatMap(([variantId, wants]) => {
    const wanted = wants.reduce((sum, want) => sum + want.quantity, 0);
    const { places = [], beyond = 0 } = supply.get(variantId) ?? {};
    const available = places.reduce((sum, place) => sum + place.available, 0) + beyond;
    if (wanted <= available) return [];
    return [{ variantId, wanted, available, lineVariantIds: wants.map((want) => want.lineVariantId) }];
  });
}

/** What is left while needs take from it. */
class Stock {
  readonly #left: ReadonlyMap<VariantId, Map<LocationId, number>>;
  readonly #order: readonly LocationId[];

  constructor(supply: ReadonlyMap<VariantId, Supply>, country: string | undefined) {
    this.#left = new Map(
      [...supply].map(([id, { places }]) => [
        id,
        new Map(places.map((place) => [place.locationId, place.available])),
      ]),
    );
    const isHome = (place: Place) => (country !== undefined && place.country === country ? 0 : 1);
    const places = [...supply.values()].flatMap((one) => one.places);
    const sorted = places.toSorted(
      (a, b) => isHome(a) - isHome(b) || a.position - b.position || compare(a.locationId, b.locationId),
    );
    this.#order = [...new Set(sorted.map((place) => place.locationId))];
  }

  /** Every location, the nearest first. */
  nearest(): readonly LocationId[] {
    return this.#order;
  }

  locationsOf(variantId: VariantId, rule: AllocationRule): readonly LocationId[] {
    const left = this.#left.get(variantId);
    const having = this.#order.filter((id) => (left?.get(id) ?? 0) > 0);
    if (rule !== 'most_stock') return having;
    return having.toSorted((a, b) => (left?.get(b) ?? 0) - (left?.get(a) ?? 0));
  }

  /** How many of the wanted pieces this location could give now. */
  served(id: LocationId, open: readonly Open[]): number {
    const wanted = Map.groupBy(open, ({ need }) => need.variantId);
    return [...wanted].reduce((sum, [variantId, wants]) => {
      const left = wants.reduce((total, want) => total + want.left, 0);
      return sum + Math.min(left, this.#left.get(variantId)?.get(id) ?? 0);
    }, 0);
  }

  take(variantId: VariantId, locationId: LocationId, wanted: number): number {
    const levels = this.#left.get(variantId);
    const quantity = Math.max(0, Math.min(wanted, levels?.get(locationId) ?? 0));
    levels?.set(locationId, (levels.get(locationId) ?? 0) - quantity);
    return quantity;
  }
}

function byVariant(a: Need, b: Need): number {
  return compare(a.variantId, b.variantId) || compare(a.lineVariantId, b.lineVariantId);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
