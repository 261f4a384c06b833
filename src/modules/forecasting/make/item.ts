import type { VariantId } from '../../catalog/index.ts';
import type { RunningDays } from '../forecast/promoted.ts';

/** Whole weeks of ISO 8601 that forecasts learn from. */
export type Past = {
  /** A Monday. */
  readonly from: Temporal.PlainDate;
  readonly weeks: number;
};

/** What is known of a variant's demand. Days count from the first of the past on, 0. */
export type Item = {
  readonly variantId: VariantId;
  /** Its path in the catalogue; '' where it has none. */
  readonly category: string;
  readonly brand: string | undefined;
  /** Colour, size, material, … by name. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** Days on which something was wanted, rising, with pieces and what one cost (minor units; 0: not known). */
  readonly days: readonly number[];
  readonly pieces: readonly number[];
  readonly prices: readonly number[];
  /** Days without stock, both included: what was wanted then nobody knows. */
  readonly outs: readonly (readonly [from: number, to: number])[];
  /** The first day on which it could be bought; 0 or below: all the time. */
  readonly since: number;
  /** Promotions that it was or will be in, of the past and planned. */
  readonly promotions?: readonly PromotedDays[];
  /** Prices that are to begin: how many times today's. */
  readonly planned?: readonly PlannedPrice[];
  /** Where of its demand there is enough to tell it apart. */
  readonly parts?: readonly PartSeries[];
};

/** The same lists, plain or typed. */
type Days = {
  readonly days: ArrayLike<number>;
  readonly pieces: ArrayLike<number>;
  readonly prices: ArrayLike<number>;
};

/** What forecasts look at of an item, in whatever lists. */
export type LearntItem = Omit<Item, keyof Days> & Days;

/** As it goes to a thread: in lists that are copied at once and take a third of the room. A price in seven digits. */
export function packedItem(item: Item): LearntItem {
  const { days, pieces, prices } = item;
  return {
    ...item,
    ...{ days: Int32Array.from(days), pieces: Float64Array.from(pieces), prices: Float32Array.from(prices) },
  };
}

/** Days of the past and ahead. */
export type PromotedDays = RunningDays & {
  /** Taken off the price, 0 to 1. */
  readonly depth: number;
  readonly name: string;
};

export type PlannedPrice = { readonly day: number; readonly times: number };

/** Pieces of one place or channel by week of the past. */
export type PartSeries = {
  readonly kind: 'place' | 'channel';
  /** A location's id, or an origin: '' is this shop. */
  readonly id: string;
  readonly weeks: readonly number[];
};

/** Categories whose variants learn from each other: those at the top. */
export function groupOf({ category }: Pick<Item, 'category'>): string {
  const end = category.indexOf('/');
  return end < 0 ? category : category.slice(0, end);
}
