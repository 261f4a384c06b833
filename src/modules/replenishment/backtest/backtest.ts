import type { LeadTimes } from '../../../statistics/index.ts';
import type { Policy } from '../policy/policy.ts';

/** A variant of a backtest: what was wanted of it, and how it is bought. Plain data, for a thread. */
export type ReplayedItem = {
  /** Pieces wanted by day, from the first day of the history on to the last of the span; NaN: there was nothing. */
  readonly days: readonly number[];
  /** Minor units of the shop's currency. */
  readonly unitCost: number;
  readonly marginMinor: number;
  /** `distribution`: as learned of what was received, where it was. */
  readonly lead: { readonly meanDays: number; readonly sdDays: number; readonly distribution?: LeadTimes };
  readonly reviewDays: number;
  readonly packSize: number;
  readonly minimumQuantity: number;
  /** What there was in each evening of the span, where that is known. */
  readonly actual?: readonly number[];
};

export type BacktestInput = {
  readonly items: readonly ReplayedItem[];
  /** How many of an item's days lie before the span: what forecasts of its first day may know. */
  readonly before: number;
  /** Of the span. */
  readonly length: number;
  readonly policy: Policy;
  readonly seed: number;
};

/** `yours`: the policy asked for; `min_max`: fixed levels; `average_30`: lead time times the average of the last 30 days. */
export const REPLAYED = ['yours', 'min_max', 'average_30'] as const;
export type ReplayedId = (typeof REPLAYED)[number];

/** What a policy would have come to. Money in minor units of the shop's currency. */
export type ReplayOutcome = {
  readonly id: ReplayedId;
  readonly service: number;
  readonly fillRate: number;
  readonly averageStock: number;
  readonly highestStock: number;
  readonly orders: number;
  readonly ordered: number;
  readonly lostMargin: number;
  readonly holdingCost: number;
  /** Lost margin, ordering and keeping. */
  readonly cost: number;
  /** Value of the stock at the end of each week. */
  readonly stockByWeek: readonly number[];
};

export type BacktestResult = {
  readonly policies: readonly ReplayOutcome[];
  /** How many times as much was short as was reckoned with, as of the last day; 1 of levels by hand. */
  readonly experience: number;
  /** Of those items whose stock of then is known; missing where that is less than half of what was wanted. */
  readonly actual?: { readonly fillRate: number; readonly averageStock: number; readonly lostMargin: number };
};
