import type { CurrencyCode, Id, Refusal } from '../../kernel/index.ts';
import type { KpiId } from './kpi.ts';
import type { TargetPeriod } from './period.ts';

export type TargetId = Id<'target'>;

/** What a target is of. */
export type TargetKey = TargetPeriod & {
  readonly kpi: KpiId;
  /** '': every market. */
  readonly market: string;
  /** Of money. */
  readonly currency?: CurrencyCode;
};

export type Target = TargetKey & {
  readonly id: TargetId;
  /** Minor units, a count, or millionths of a share. */
  readonly amount: bigint;
  readonly setBy: string;
  readonly setAt: Temporal.Instant;
};

/** What it was before and after; `undefined`: there was none. */
export type TargetChange = {
  readonly before: bigint | undefined;
  readonly after: bigint | undefined;
  readonly by: string;
  readonly at: Temporal.Instant;
};

export type TargetRefusal = Refusal<
  | 'invalid_amount'
  | 'invalid_period'
  | 'invalid_market'
  | 'currency_required'
  | 'currency_not_used'
  | 'market_not_known'
  | 'set_twice'
>;
