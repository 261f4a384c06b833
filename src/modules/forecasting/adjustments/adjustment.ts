import type { Id, Refusal } from '../../../kernel/index.ts';

export type AdjustmentId = Id<'forecast_adjustment'>;
export const ADJUSTMENT_SCOPES = ['variant', 'category', 'shop'] as const;
export type AdjustmentScope = (typeof ADJUSTMENT_SCOPES)[number];

/** What somebody knows and the past does not: more or less will be wanted in these days. */
export type AdjustmentDraft = {
  readonly scope: AdjustmentScope;
  /** The variant's id, or the category's path (`kitchen/mugs`: all below it too); '' of the shop. */
  readonly scopeId: string;
  /** Both included. */
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  readonly change: AdjustmentChange;
  readonly reason: string;
};

export type AdjustmentChange =
  /** So many times as much: 1.5 is half as much again. */
  | { readonly kind: 'factor'; readonly factor: number }
  /** So many pieces more (below zero: less) over all of its days; of many variants, each by what is expected of it. */
  | { readonly kind: 'pieces'; readonly pieces: number };

export type Adjustment = AdjustmentDraft & {
  readonly id: AdjustmentId;
  readonly madeBy: string;
  readonly madeAt: Temporal.Instant;
  readonly undone: { readonly by: string; readonly at: Temporal.Instant } | undefined;
  readonly score: AdjustmentScore;
};

/** Whether it helped: what its days were expected to come to when it was made, and what they came to. */
export type AdjustmentScore = {
  readonly expectedWithout: number;
  readonly expectedWith: number;
  /** None while its days are not over. */
  readonly actual: number | undefined;
};

export type AdjustmentRefusal = Refusal<
  'invalid_span' | 'invalid_change' | 'invalid_reason' | 'not_found' | 'nothing_to_change'
>;
