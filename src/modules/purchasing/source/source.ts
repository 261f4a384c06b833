import type { CurrencyCode, Refusal } from '../../../kernel/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import type { LeadTime } from '../score/lead-time.ts';
import type { ClosedDays, SupplierId } from '../supplier/supplier.ts';
import type { PriceBreak } from './price.ts';

/** How a supplier sells a variant: an entry of their price list. */
export type SourceDraft = {
  readonly variantId: VariantId;
  /** Theirs. */
  readonly sku: string | undefined;
  readonly packSize: number;
  readonly minimumQuantity: number;
  readonly shelfLifeDays: number | undefined;
  /** The lowest is bought from first. */
  readonly rank: number;
  /** By `from`, the first from 1. */
  readonly breaks: readonly PriceBreak[];
  /** The prices hold from then on, and those before until then; nothing: at once, in place of all that there are. */
  readonly validFrom?: Temporal.PlainDate | undefined;
};

/** The same with what is known of the supplier. */
export type Source = SourceDraft & {
  readonly supplierId: SupplierId;
  readonly supplierName: string;
  readonly currency: CurrencyCode;
  readonly rateE10: bigint;
  readonly leadTime: LeadTime;
  readonly reviewDays: number;
  readonly orderWeekdays: readonly number[];
  /** In their currency; 0: none. */
  readonly orderMinimumMinor: bigint;
  readonly orderMinimumPieces: number;
  readonly closedDays: readonly ClosedDays[];
};

/** `field` says which entry and what of it: `sources[3].breaks[1].from`. */
export type SourceRefusal = Refusal<'not_found' | 'unknown_variant' | 'invalid'>;

/** Most entries of a price list in one call. */
export const SOURCE_LIMIT = 5_000;
