import type { CurrencyCode } from '../../../kernel/index.ts';
import type { Promotion, PromotionId } from './promotion.ts';

/** All promotions that may apply, and how they stack. Immutable: a change is another rulebook. */
export type PromotionRulebook = {
  /** Raised by every save. */
  readonly version: bigint;
  /** A lane that is not here is `best`. */
  readonly lanes: readonly Lane[];
  readonly promotions: readonly Promotion[];
};

/**
 * `best`: of the lane's promotions the one that is worth most to the shopper applies. `best_per_line`: for each
 * line the one that takes most off it. `all`: all of them apply, each computed on what the lane began with: 10 %
 * and 5 % are 15 %.
 */
export type Stacking = 'best' | 'best_per_line' | 'all';

export type Lane = { readonly lane: number; readonly name: string; readonly stacking: Stacking };

/** What was used already, read in the transaction that quotes. */
export type PromotionUsage = {
  /** By normalised code; a code that is not here is unknown. */
  readonly codes: ReadonlyMap<string, CodeUsage>;
  /** Of promotions with limits; one that is not here was never used. */
  readonly promotions: ReadonlyMap<PromotionId, UsageCount>;
};

export type CodeUsage = {
  readonly promotionId: PromotionId;
  readonly used: number;
  /** How often it may be used; without limit when undefined. */
  readonly limit: number | undefined;
};

export type UsageCount = {
  readonly used: number;
  readonly usedByCustomer: number;
  readonly spentMinor: ReadonlyMap<CurrencyCode, bigint>;
};

export const NO_PROMOTIONS: PromotionRulebook = { version: 0n, lanes: [], promotions: [] };
export const NO_USAGE: PromotionUsage = { codes: new Map(), promotions: new Map() };
