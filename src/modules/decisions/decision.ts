import type { CurrencyCode, Id } from '../../kernel/index.ts';
import type { Field } from './field.ts';
import type { DecisionState } from './state.ts';

export type DecisionId = Id<'decision'>;

/** What can be taken back: always, until something left the house, or not at all. */
export const REVERSIBILITIES = ['reversible', 'until_sent', 'irreversible'] as const;
export type Reversibility = (typeof REVERSIBILITIES)[number];

/** What a decision is about: `{ type: 'variant', id, label: 'Oak mug · large' }`. */
export type Subject = {
  readonly type: 'variant' | 'product' | 'promotion' | 'purchase_order' | 'supplier';
  readonly id: string;
  /** As people call it when it was proposed. */
  readonly label: string;
};

/** What a decision is expected to bring, against leaving everything as it is. */
export type Predicted = {
  /** In minor units of `currency`; below zero: it costs. */
  readonly valueMinor: bigint;
  readonly lowMinor: bigint;
  readonly highMinor: bigint;
  /** How often the truth is to lie between `lowMinor` and `highMinor`: 0.8. */
  readonly confidence: number;
  readonly currency: CurrencyCode;
  readonly horizonDays: number;
  /** Against what: a key, which screens have words for. */
  readonly counterfactual: string;
};

/** A number that speaks for it. Money is in minor units, shares are of one. */
export type Figure = {
  readonly key: string;
  readonly unit: 'money' | 'count' | 'share' | 'days' | 'number' | 'text';
  readonly value: string;
};

/**
 * Lines over days or weeks from today, over prices that were tried, or a bar for each of some goods; `low` and `high` where they
 * are known.
 */
export type EvidenceChart = {
  readonly kind: 'stock' | 'prices' | 'demand' | 'goods';
  readonly grain: 'day' | 'week';
  /** Of `prices`: which, in minor units, as its values are; and which of them is proposed. */
  readonly prices?: readonly number[];
  readonly chosen?: number;
  /** Of `goods`: what each is called; '' of those that are added up at the end. Its values are minor units. */
  readonly labels?: readonly string[];
  readonly series: readonly {
    readonly key: string;
    readonly values: readonly number[];
    readonly low?: readonly number[];
    readonly high?: readonly number[];
  }[];
};

/** Why: the numbers, a picture of them, and how they were worked out. */
export type Evidence = {
  readonly figures: readonly Figure[];
  readonly chart?: EvidenceChart;
  /** Which model: a key, which screens have words for. */
  readonly computed: string;
};

/** What may go wrong, and how likely that is, where it is known. */
export type Risk = { readonly key: string; readonly chance?: number };

export type Decision = {
  readonly id: DecisionId;
  readonly kind: string;
  readonly subject: Subject;
  /** Who it is bought from, where that matters: decisions are grouped by it. */
  readonly supplier: string;
  /** As its kind's schema takes it. */
  readonly proposal: unknown;
  /** The proposal for people: what was, and what is to be. */
  readonly fields: readonly Field[];
  readonly evidence: Evidence;
  readonly predicted: Predicted;
  /** What its realised value is worked out from later, kept as it was known when it was proposed. */
  readonly basis: unknown;
  readonly waitCostMinorPerDay: bigint;
  readonly risk: Risk;
  readonly reversibility: Reversibility;
  /** `engine:mark_down@1`, or `staff:<id>`. */
  readonly proposedBy: string;
  readonly proposedAt: Temporal.Instant;
  readonly state: DecisionState;
  readonly version: bigint;
  readonly fingerprint: string;
  readonly expiresAt: Temporal.Instant;
  /** Of the facts before, which it took the place of. */
  readonly supersedes: DecisionId | undefined;
  /** What somebody had changed in the one that it took the place of. */
  readonly carried: readonly Field[];
  readonly appliedAt: Temporal.Instant | undefined;
  /** The mandate by which it was done, `mark_down@3`; '' where a person approved it. */
  readonly mandate: string;
  /** What applying it left: what undoing needs. */
  readonly applied: unknown;
  /** Why it could not be applied. */
  readonly failure: { readonly code: string; readonly message: string } | undefined;
  readonly outcome: Outcome | undefined;
};

/** What came of it, against what would have been without it. */
export type Realised = {
  readonly valueMinor: bigint;
  /** What would have been is an estimate, and so is the difference. */
  readonly lowMinor: bigint;
  readonly highMinor: bigint;
  /** The prediction was one of this estimate: its error is in the predicted interval already. */
  readonly isErrorForeseen?: boolean;
  /** How it was worked out: a key, which screens have words for. */
  readonly method: string;
  readonly figures: readonly Figure[];
};

export type Outcome =
  | (Realised & { readonly isEnough: true; readonly scoredAt: Temporal.Instant })
  | { readonly isEnough: false; readonly why: string; readonly scoredAt: Temporal.Instant };

/** What became of it: who did what, when and why. */
export type Step = {
  readonly from: DecisionState | undefined;
  readonly to: DecisionState;
  /** `staff:<id>`, `mandate:mark_down@3`, `engine`. */
  readonly by: string;
  readonly at: Temporal.Instant;
  /** A person's words, or a key: `superseded`, `stopped`, `over_week`. */
  readonly why: string;
};
