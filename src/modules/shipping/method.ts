import type { CurrencyCode, Id } from '../../kernel/index.ts';
import type { Place, ZoneId } from './zone.ts';

export type MethodId = Id<'delivery_method'>;
export type CarrierTableId = Id<'carrier_table'>;

/** A step of a table: what holds up to and including `upTo`; undefined = without end, only last. */
export type RateStep = { readonly upTo: bigint | undefined; readonly priceMinor: bigint };

/** What a method costs in a zone, in one currency. */
export type Rate = {
  readonly zoneId: ZoneId;
  readonly currency: CurrencyCode;
  /** Goods worth this much, or more, travel free. */
  readonly freeFromMinor: bigint | undefined;
} & (
  | {
      /** Grams, minor units of the goods' value, or pieces. */
      readonly basis: 'weight' | 'value' | 'quantity';
      readonly steps: readonly RateStep[];
    }
  | {
      /** The carrier's own table by its zone and the weight, plus what the shop adds. */
      readonly basis: 'carrier';
      readonly tableId: CarrierTableId;
      readonly surchargeMinor: bigint;
    }
);

/** A way in which goods get to the shopper. */
export type DeliveryMethod = {
  readonly id: MethodId;
  /** Lower-case letters, digits and hyphens. */
  readonly code: string;
  readonly name: string;
  /** By language tag: `{ de: 'Standardversand' }`. */
  readonly translations: Readonly<Record<string, string>>;
  /** To the door, or to a pick-up point of the carrier (of the shop itself where there is none). */
  readonly kind: 'delivery' | 'pickup';
  readonly carrier: string | undefined;
  readonly service: string | undefined;
  /** '' is the standard class. */
  readonly taxClass: string;
  /**
   * Taxed as the goods are, in proportion to their value, where the law has delivery share their fate; `taxClass` then
   * holds only for goods that are worth nothing.
   */
  readonly isTaxedLikeGoods?: boolean;
  readonly minDays: number | undefined;
  readonly maxDays: number | undefined;
  /** Orders placed by then leave the same business day: `14:00` in the shop's zone. */
  readonly cutOff: string | undefined;
  readonly maxWeightGrams: number | undefined;
  readonly maxDimensions: Dimensions | undefined;
  readonly isActive: boolean;
  readonly position: number;
  readonly rates: readonly Rate[];
};

/** In any order: the longest side is compared with the longest. */
export type Dimensions = { readonly lengthMm: number; readonly widthMm: number; readonly heightMm: number };

/** What a carrier asks by its own zones and by weight, as its price list has it. */
export type CarrierTable = {
  readonly id: CarrierTableId;
  readonly name: string;
  readonly carrier: string;
  readonly currency: CurrencyCode;
  /** The carrier's zones; of several that fit a destination, the most specific. */
  readonly zones: readonly (Place & { readonly code: string; readonly steps: readonly RateStep[] })[];
};
