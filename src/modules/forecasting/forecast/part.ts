import { scaledSums } from '../../../statistics/forecast/reconcile/group-forecast.ts';
import type { StoredForecast } from './forecast.ts';

/** What of a variant's demand is a place's (a location's id) or a channel's (an origin; '' is this shop). */
export const PART_KINDS = ['place', 'channel'] as const;
export type PartKind = (typeof PART_KINDS)[number];

/** A part that had enough to be forecast by its own weeks, with all others of its kind. */
export type OwnPart = {
  readonly kind: PartKind;
  readonly id: string;
  /** Of the variant's pieces of each week; those of a kind come to 1. */
  readonly shares: ArrayLike<number>;
  /** What its own weeks alone say. */
  readonly means: ArrayLike<number>;
  /** Of the sums of its first so many weeks, around its own means. */
  readonly variances: ArrayLike<number>;
};

/** What all is known of a part: its share of the past, and its own forecast where there is enough for one. */
export type Part = { readonly id: string; readonly share: number; readonly own?: OwnPart | undefined };

/** Weeks whose mean is a part's share, where its weeks differ. */
const LOOKED_AT = 13;

/**
 * A variant's forecast as that of one part of it; those of all parts of a kind come to it, week by week. A part with a forecast of
 * its own has its weeks and is as uneven as itself. Of any other each piece is one with a chance of its share (binomial
 * thinning): of a variance V and a mean m the part has s² V + s (1 − s) m.
 */
export function forecastOfPart(forecast: StoredForecast, { share, own }: Part): StoredForecast {
  if (share <= 0 && own === undefined) return { ...forecast, share: 0 };
  if (own === undefined) {
    let sum = 0;
    const variances = forecast.variances.map((variance, week) => {
      sum += forecast.weeks[week] ?? 0;
      return variance + (sum * (1 - share)) / share;
    });
    return { ...forecast, variances, share };
  }
  const weeks = forecast.weeks.map((pieces, week) => pieces * (own.shares[week] ?? 0));
  const [whole, part] = [sumOf(forecast.weeks), sumOf(weeks)];
  // What people change in pieces is the part's by its share.
  const now = whole > 0 ? part / whole : share;
  if (now <= 0) return { ...forecast, share: 0 };
  const variances = scaledSums(
    Float64Array.from(own.variances),
    Float64Array.from(own.means),
    Float64Array.from(weeks),
  );
  return {
    ...{ ...forecast, share: now, weeks: weeks.map((pieces) => pieces / now) },
    variances: Array.from(variances, (variance) => variance / now ** 2),
  };
}

function sumOf(weeks: readonly number[]): number {
  return weeks.slice(0, LOOKED_AT).reduce((sum, pieces) => sum + pieces, 0);
}
