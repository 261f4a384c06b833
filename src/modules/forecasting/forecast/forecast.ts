import type { VariantId } from '../../catalog/index.ts';
import type { Adjustment } from '../adjustments/adjustment.ts';
import type { PromotedSpan } from './promoted.ts';
import type { Reason } from './reason.ts';

/**
 * How demand comes: Syntetos and Boylan (2005) tell the first four apart by how far it lies apart and how much it varies.
 * `new`: too short a past, forecast by what is like it. `dead`: nobody wanted it for long. `never_sold`: nobody ever.
 */
export const DEMAND_CLASSES = [
  ...(['smooth', 'erratic', 'intermittent', 'lumpy', 'new', 'dead', 'never_sold'] as const),
] as const;
export type DemandClass = (typeof DEMAND_CLASSES)[number];

/** What a manager should look at: words are the screen's. */
export const FLAGS = ['biased', 'uncertain', 'often_missed', 'out_of_stock', 'adjusted', 'fading'] as const;
export type Flag = (typeof FLAGS)[number];

/** Weeks that are forecast: a year, and the week it ends in. */
export const WEEKS_AHEAD = 53;

/** What will be wanted of a variant, week by week of ISO 8601 from `firstDay`, a Monday, on. Pieces. */
export type StoredForecast = {
  readonly variantId: VariantId;
  readonly firstDay: Temporal.PlainDate;
  readonly madeAt: Temporal.Instant;
  readonly demandClass: DemandClass;
  /** What the past was best forecast with. */
  readonly method: string;
  /** `false`: there is no past to go by, and nothing like it. */
  readonly isEnough: boolean;
  /** Expected in each week, fitted to category and shop. */
  readonly weeks: readonly number[];
  /** Of the pieces of the first so many weeks together, whatever their level turns out to be. */
  readonly variances: readonly number[];
  /** Monday to Sunday, their sum 1. */
  readonly weekdays: readonly number[];
  /** Days of promotions, which have more of their week than that; undefined: none. */
  readonly promoted?: readonly PromotedSpan[];
  /** Of the pieces: of the place that was asked for, else 1. */
  readonly share: number;
  readonly reasons: readonly Reason[];
  /** What people changed by hand, and did not take back. */
  readonly adjustments: readonly AppliedAdjustment[];
};

/** An adjustment as far as it matters to one variant. */
export type AppliedAdjustment = Pick<Adjustment, 'scope' | 'from' | 'to' | 'reason'> & {
  /** How many times as much; 1 where pieces are said. */
  readonly factor: number;
  /** More (or less) over all of its days. */
  readonly pieces: number;
};
