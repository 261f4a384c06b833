import type { CurrencyCode, Locale } from '../../kernel/index.ts';
import type { Dimensions, MethodId } from './method.ts';
import type { PickupPoint } from './pickup-point.ts';
import type { Destination } from './zone.ts';

/** One thing that a shopper may choose, with its price. */
export type DeliveryOption = {
  /** The method's id, and for a pick-up point `METHOD.POINT`: stable, a cart keeps it. */
  readonly id: string;
  readonly methodId: MethodId;
  /** In the language that was asked for. */
  readonly name: string;
  readonly carrier?: string;
  readonly service?: string;
  readonly priceMinor: bigint;
  readonly taxClass: string;
  /** See the method's. */
  readonly isTaxedLikeGoods?: boolean;
  /** Business days. */
  readonly minDays?: number;
  readonly maxDays?: number;
  readonly cutOff?: string;
  readonly pickupPoint?: PickupPoint;
};

export type DeliveryInput = {
  readonly destination: Destination;
  readonly currency: CurrencyCode;
  readonly goods: {
    readonly weightGrams: number;
    /** After discounts, in `currency`. */
    readonly valueMinor: bigint;
    readonly quantity: number;
    readonly requiresShipping: boolean;
    /** The longest, second and shortest side that any piece has. */
    readonly maxDims?: Dimensions;
  };
  readonly locale: Locale;
};
