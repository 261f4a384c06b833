import type { Refusal } from '../../../kernel/index.ts';

/** `ask`: a person decides. `within`: it is done without asking, within the limits. `never`: it is not even proposed. */
export const RULES = ['ask', 'within', 'never'] as const;
export type Rule = (typeof RULES)[number];

/** Every limit that is given holds; amounts are minor units of the shop's currency. */
export type Limits = {
  /** What one decision moves. */
  readonly mostMinor: bigint | undefined;
  /** How far one decision changes what is there, in millionths. */
  readonly mostShareMillionths: number | undefined;
  /** What all of the last seven days move together, and how many there are. */
  readonly weekMinor: bigint | undefined;
  readonly weekCount: number | undefined;
  /** What it is expected to bring at least. */
  readonly leastValueMinor: bigint | undefined;
  readonly onlyReversible: boolean;
  /** By the clocks of the shop's zone, from the first until the second; the same: at any time. */
  readonly fromHour: number;
  readonly toHour: number;
};

/** What the owner says of a kind. */
export type Mandate = {
  readonly kind: string;
  readonly version: bigint;
  readonly rule: Rule;
  readonly limits: Limits;
  /** It says what it would do, and does nothing. */
  readonly isDryRun: boolean;
  readonly setBy: string;
  readonly setAt: Temporal.Instant | undefined;
  /** Since when, and why, it has lost what it was given: it asks then, whatever the rule says. */
  readonly lost: { readonly at: Temporal.Instant; readonly why: LostWhy } | undefined;
  /** Scores of before do not count any more. */
  readonly countedFrom: Temporal.Instant | undefined;
};

/** `intervals`: fewer of them held than was said. `money`: it has cost more than it brought. */
export type LostWhy = 'intervals' | 'money';

/** What a person sets. */
export type MandateDraft = Pick<Mandate, 'kind' | 'rule' | 'limits' | 'isDryRun'>;

export type MandateRefusal = Refusal<'unknown_kind' | 'no_limit' | 'version_changed' | 'invalid_limit'>;

const NO_LIMITS: Limits = {
  ...{ mostMinor: undefined, mostShareMillionths: undefined, weekMinor: undefined, weekCount: undefined },
  ...{ leastValueMinor: undefined, onlyReversible: true, fromHour: 0, toHour: 0 },
};

/** What holds for a kind of which nobody has said anything: it asks. */
export function noMandate(kind: string): Mandate {
  return {
    ...{ kind, version: 0n, rule: 'ask', limits: NO_LIMITS, isDryRun: false, setBy: '' },
    ...{ setAt: undefined, lost: undefined, countedFrom: undefined },
  };
}

/** As it is named in the log and the audit: `mark_down@3`. */
export function mandateName({ kind, version }: Pick<Mandate, 'kind' | 'version'>): string {
  return `${kind}@${version}`;
}
