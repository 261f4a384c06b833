import type { Id, Refusal } from '../../../kernel/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import type { Item } from '../items/item.ts';
import type { LocationId } from '../level.ts';
import type { Act } from '../transfers/transfer.ts';

export type StocktakeId = Id<'stocktake'>;
export type StocktakeState = 'open' | 'approved' | 'cancelled';

/** A shelf, or a whole place, counted by one or several people. */
export type Stocktake = {
  readonly id: StocktakeId;
  /** As people call it: C-12. */
  readonly number: string;
  readonly locationId: LocationId;
  readonly name: string;
  /** Everything that the place holds, or goods that were listed. */
  readonly scope: 'all' | 'listed';
  /** Who counts does not see what should be there. */
  readonly isBlind: boolean;
  readonly state: StocktakeState;
  readonly opened: Act;
  readonly closed: Act | undefined;
  readonly progress: StocktakeProgress;
};

export type StocktakeProgress = {
  /** Goods that are to be counted. */
  readonly lines: number;
  readonly counted: number;
  readonly different: number;
  readonly people: readonly string[];
};

/** One of the goods of a stocktake: what should be there, and what was seen. */
export type StocktakeLine = {
  readonly item: Item;
  readonly variantId: VariantId;
  /** When it was counted, what the books had then; before that, what they have now. */
  readonly expected: number;
  readonly counted: number | undefined;
  /** Promised to orders now: fewer than these cannot be on hand. */
  readonly reserved: number;
  /** What the books would have on hand if the count were approved now. */
  readonly onHandAfter: number;
  /** Something was moved between the first and the last time that it was counted: count it anew. */
  readonly isUnsure: boolean;
  readonly countedBy: readonly string[];
  readonly countedAt: Temporal.Instant | undefined;
  readonly place: string;
};

export type StocktakeDraft = {
  readonly locationId: LocationId;
  readonly name: string;
  readonly isBlind: boolean;
  /** Left out: everything that the place holds. */
  readonly variantIds: readonly VariantId[] | undefined;
};

/** Pieces seen: to be added to those seen before, or in place of them. */
export type StocktakeEntry = {
  readonly variantId: VariantId;
  readonly quantity: number;
  readonly isAnew: boolean;
};

export type OpenRefusal = Refusal<'not_found' | 'unknown_location' | 'unknown_variant'>;
export type CountRefusal = Refusal<'not_found' | 'not_open' | 'unknown_variant' | 'below_zero'>;
export type CloseRefusal = Refusal<'not_found' | 'not_open'>;
export type ApproveRefusal =
  | CloseRefusal
  | Refusal<'nothing_counted' | 'unknown_variant' | 'would_go_below_zero'>;

/** Most goods of a list that is counted. */
export const STOCKTAKE_ITEMS = 20_000;
