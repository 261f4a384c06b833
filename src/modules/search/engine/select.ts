import type { SearchQuery } from '../query.ts';
import type { Core } from './core.ts';
import type { Scratch } from './scratch.ts';

/** The slots that match everything, and what else is known of them after one pass over the candidates. */
export type Selection = {
  readonly slots: Uint32Array;
  readonly count: number;
  /** By value number: products that would match if the value's own facet were not filtered. */
  readonly counts: Uint32Array;
  /** Infinite when nothing matches. */
  readonly leastPrice: number;
  readonly greatestPrice: number;
  readonly inStockCount: number;
};

/** Slots to look at, in any order, all of them visible. */
export type Candidates = {
  readonly slots: Uint32Array;
  readonly count: number;
  /** Where they were taken from: that they are in it needs no checking. */
  readonly scope?: Scope | undefined;
};

export type Scope = { readonly facet: string; readonly value: string };

/**
 * Filters the candidates and counts the facets, exactly, in one pass. A candidate that fails no condition is a match
 * and counts everywhere; one that fails a single condition counts for that condition's own facet only, which is what
 * lets a shopper see how many more a second colour would add.
 */
export function select(core: Core, query: SearchQuery, candidates: Candidates, scratch: Scratch): Selection {
  const plan = planFilters(core, query, candidates, scratch);
  const counts = scratch.whole('counts', core.values.size).fill(0);
  const pass = new Pass(core, plan, counts, scratch.whole('selected', candidates.count));
  if (plan.isImpossible) return pass.selection();
  const { columns } = core;
  const values = columns.values.view();
  const ends = columns.valueEnds;
  const { valueMask, scopeMask, roles, hasFacts } = plan;
  for (let at = 0; at < candidates.count; at++) {
    const slot = candidates.slots[at] ?? 0;
    const end = ends[slot] ?? 0;
    const start = slot === 0 ? 0 : (ends[slot - 1] ?? 0);
    let satisfied = 0;
    if (valueMask !== 0)
      for (let value = start; value < end; value++) satisfied |= roles[values[value] ?? 0] ?? 0;
    if ((satisfied & scopeMask) !== scopeMask) continue;
    const missing = (valueMask & ~satisfied) | (hasFacts ? pass.missingFacts(slot) : 0);
    if (missing === 0) {
      pass.take(slot);
      for (let value = start; value < end; value++) {
        const number = values[value] ?? 0;
        counts[number] = (counts[number] ?? 0) + 1;
      }
    } else if ((missing & (missing - 1)) === 0) pass.countFor(missing, slot, values.subarray(start, end));
  }
  return pass.selection();
}

/** Conditions as bits: one for each scope and each filtered facet, one for the price, one for stock. */
type Plan = {
  /** By value number: the conditions that having the value fulfils. */
  readonly roles: Uint32Array;
  readonly scopeMask: number;
  readonly valueMask: number;
  /** By bit of a facet's condition: the facet's number. */
  readonly facetOfBit: ReadonlyMap<number, number>;
  readonly isImpossible: boolean;
  readonly price: { readonly min: Float64Array; readonly max: Float64Array } | undefined;
  readonly priceFrom: number;
  readonly priceTo: number;
  readonly inStockOnly: boolean;
  /** Whether price or stock is a condition at all. */
  readonly hasFacts: boolean;
};

const PRICE_BIT = 1 << 28;
const STOCK_BIT = 1 << 29;
/** Further filters are refused at the door; this is the room that there is. */
const MOST_CONDITIONS = 28;

function planFilters(core: Core, query: SearchQuery, candidates: Candidates, scratch: Scratch): Plan {
  const { values } = core;
  const roles = scratch.whole('roles', values.size).fill(0);
  const given = candidates.scope;
  const scopes = scopesOf(query).filter(({ facet }) => facet !== given?.facet);
  const filters = Object.entries(query.filters).filter(([, chosen]) => chosen.length > 0);
  if (scopes.length + filters.length > MOST_CONDITIONS)
    throw new RangeError(`a query has at most ${MOST_CONDITIONS} conditions`);
  let isImpossible = false;
  let bits = 0;
  let scopeMask = 0;
  const facetOfBit = new Map<number, number>();
  const grant = (facet: string, chosen: readonly string[], bit: number): void => {
    for (const value of chosen) {
      const number = values.numberOf(facet, value);
      if (number !== undefined) roles[number] = (roles[number] ?? 0) | bit;
    }
  };
  for (const { facet, value } of scopes) {
    const bit = 1 << bits++;
    scopeMask |= bit;
    grant(facet, [value], bit);
    if (values.numberOf(facet, value) === undefined) isImpossible = true;
  }
  for (const [facet, chosen] of filters) {
    const bit = 1 << bits++;
    grant(facet, chosen, bit);
    facetOfBit.set(bit, values.facets.indexOf(facet));
  }
  return {
    roles,
    scopeMask,
    valueMask: 2 ** bits - 1,
    facetOfBit,
    isImpossible,
    price: core.columns.prices.get(query.currency),
    priceFrom: query.price?.minMinor === undefined ? Number.NEGATIVE_INFINITY : Number(query.price.minMinor),
    priceTo: query.price?.maxMinor === undefined ? Number.POSITIVE_INFINITY : Number(query.price.maxMinor),
    inStockOnly: query.inStockOnly === true,
    hasFacts: query.price !== undefined || query.inStockOnly === true,
  };
}

/** Where the query looks at all: a product outside counts for nothing. */
export function scopesOf(query: SearchQuery): Scope[] {
  const scopes: Scope[] = [];
  if (query.collectionId !== undefined) scopes.push({ facet: 'collection', value: query.collectionId });
  if (query.categoryPath !== undefined) scopes.push({ facet: 'category', value: query.categoryPath });
  if (query.brandHandle !== undefined) scopes.push({ facet: 'brand', value: query.brandHandle });
  return scopes;
}

class Pass {
  readonly #plan: Plan;
  readonly #counts: Uint32Array;
  readonly #min: Float64Array;
  readonly #max: Float64Array;
  readonly #isBuyable: Uint8Array;
  readonly #slots: Uint32Array;
  readonly #facetOf: Uint32Array;
  #count = 0;
  #leastPrice = Number.POSITIVE_INFINITY;
  #greatestPrice = Number.NEGATIVE_INFINITY;
  #inStockCount = 0;

  constructor(core: Core, plan: Plan, counts: Uint32Array, slots: Uint32Array) {
    this.#plan = plan;
    this.#counts = counts;
    this.#min = plan.price?.min ?? NO_PRICES;
    this.#max = plan.price?.max ?? NO_PRICES;
    this.#isBuyable = core.columns.isBuyable;
    this.#slots = slots;
    this.#facetOf = core.values.facetOf;
  }

  /** The bits of price and stock that the slot fails. */
  missingFacts(slot: number): number {
    const { priceFrom, priceTo, inStockOnly } = this.#plan;
    const inRange = (this.#max[slot] ?? 0) >= priceFrom && (this.#min[slot] ?? 0) <= priceTo;
    const hasStock = !inStockOnly || this.#isBuyable[slot] === 1;
    return (inRange ? 0 : PRICE_BIT) | (hasStock ? 0 : STOCK_BIT);
  }

  take(slot: number): void {
    this.#slots[this.#count++] = slot;
    this.#countPrice(slot);
    this.#inStockCount += this.#isBuyable[slot] ?? 0;
  }

  /** Counts a slot that fails the one condition `bit` for what that condition chooses from. */
  countFor(bit: number, slot: number, values: Uint32Array): void {
    if (bit === PRICE_BIT) this.#countPrice(slot);
    const facet = this.#plan.facetOfBit.get(bit);
    for (const number of values)
      if (this.#facetOf[number] === facet) this.#counts[number] = (this.#counts[number] ?? 0) + 1;
  }

  selection(): Selection {
    return {
      slots: this.#slots,
      count: this.#count,
      counts: this.#counts,
      leastPrice: this.#leastPrice,
      greatestPrice: this.#greatestPrice,
      inStockCount: this.#inStockCount,
    };
  }

  #countPrice(slot: number): void {
    const min = this.#min[slot] ?? 0;
    const max = this.#max[slot] ?? 0;
    if (min < this.#leastPrice) this.#leastPrice = min;
    if (max > this.#greatestPrice) this.#greatestPrice = max;
  }
}

const NO_PRICES = new Float64Array(0);
