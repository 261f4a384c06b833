import type { DemandForecast, LeadTimes } from '../../../statistics/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import type { LocationId } from '../../inventory/index.ts';
import type { Source } from '../../purchasing/index.ts';
import type { Policy } from '../policy/policy.ts';

/** What is known of a variant when it is asked whether it is to be ordered. */
export type NeedFacts = {
  readonly variantId: VariantId;
  /** Where it would be delivered. */
  readonly locationId: LocationId;
  readonly today: Temporal.PlainDate;
  readonly source: Source;
  readonly leadTimes: LeadTimes;
  readonly policy: Policy;
  readonly forecast: DemandForecast;
  /** On hand and promised to nobody, less what others wait for: below zero where more wait than there is. */
  readonly available: number;
  /** Between places of the shop: as good as there. */
  readonly inTransit: number;
  /** Still to come from suppliers, of drafts too. */
  readonly onOrder: readonly Arrival[];
  /** What a piece earns when it is sold, in minor units of the shop's currency: its price without tax, less its cost. */
  readonly marginMinor: number;
  /** The supplier's price breaks for a piece, in minor units of the shop's currency. */
  readonly prices: readonly { readonly from: number; readonly unitCost: number }[];
  /** What needs together have made of it. */
  readonly adjustment?: Adjustment | undefined;
};

/**
 * What needs together make of one of them, as of the last review of the whole shop:
 * - `limited`: no more than `pieces` are within budget and room
 * - `filled`: `pieces`, so that the supplier's minimum is reached
 * - `waits`: none now, as filling the supplier's minimum up costs more than waiting for the next review
 * - `filled_pieces`, `waits_pieces`: the same of a minimum in pieces
 */
export type Adjustment = {
  readonly why: 'limited' | 'filled' | 'waits' | 'filled_pieces' | 'waits_pieces';
  readonly pieces: number;
};

/** Missing: nobody knows when; then it counts for what is ordered, and not for what is there in time. */
export type Arrival = { readonly expectedOn: Temporal.PlainDate | undefined; readonly quantity: number };

/** Why a quantity is what it is: words are the screen's. */
export const NEED_REASONS = [
  ...(['below_reorder_point', 'enough', 'served', 'no_demand', 'switched_off'] as const),
  ...(['raised_to_minimum', 'rounded_to_packs', 'price_break', 'limited', 'not_worthwhile'] as const),
  ...(['filled', 'waits', 'filled_pieces', 'waits_pieces'] as const),
] as const;
export type NeedReason = {
  readonly kind: (typeof NEED_REASONS)[number];
  readonly numbers: Readonly<Record<string, number>>;
};

/** Money in minor units of the shop's currency. */
export type NeedPiece = {
  /** What a piece loses that is wanted and not there: its margin, less that of what is taken instead. */
  readonly lossMinor: number;
  /** What one more line on an order costs, whatever its quantity. */
  readonly perOrderMinor: number;
  /** What keeping goods worth 1 costs for a year. */
  readonly holdingRate: number;
};

/** Whether and how many of a variant are to be ordered now, and what that is worth. */
export type Need = {
  readonly variantId: VariantId;
  readonly locationId: LocationId;
  readonly source: Source;
  readonly available: number;
  readonly onOrder: number;
  readonly reorderPoint: number;
  /** Where an order brings the position that is placed at the reorder point. */
  readonly orderUpTo: number;
  /** 0: nothing. */
  readonly quantity: number;
  readonly reasons: readonly NeedReason[];
  /** Days until what can be sold will probably be gone; none where nothing is wanted. */
  readonly coverDays: number | undefined;
  /** That somebody will find nothing before an order of today arrives. */
  readonly stockOutChance: number;
  readonly predicted: Prediction;
  /** What it is reckoned with. */
  readonly piece: NeedPiece;
  /** What is lost for each day that it waits, until the next review; minor units. */
  readonly waitCostMinorPerDay: number;
};

/**
 * What ordering is worth against not ordering: the margin of the pieces that are then there for who wants them, less what
 * ordering and keeping them costs. In minor units of the shop's currency.
 */
export type Prediction = {
  readonly valueMinor: number;
  readonly lowMinor: number;
  readonly highMinor: number;
  /** How often the truth is to lie between low and high. */
  readonly confidence: number;
  /** Until these goods will probably be sold. */
  readonly horizonDays: number;
};

/** What can be sold and what comes, less what others wait for: orders look at it, not at what lies on the shelf. */
export function positionOf({ available, inTransit, onOrder }: NeedFacts): number {
  return onOrder.reduce((sum, { quantity }) => sum + quantity, available + inTransit);
}
