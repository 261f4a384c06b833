import type { Id } from '../../kernel/index.ts';
import type { PostalAddress } from '../markets/index.ts';

export type PickupPointId = Id<'pickup_point'>;

/** A shop, locker or counter where goods wait for the shopper. */
export type PickupPoint = {
  readonly id: PickupPointId;
  /** Undefined: the shop's own. */
  readonly carrier: string | undefined;
  /** The carrier's number of it, unique with the carrier. */
  readonly code: string;
  readonly name: string;
  readonly address: PostalAddress;
  readonly openingHours: readonly OpeningHours[];
  readonly isActive: boolean;
};

/** Monday is 1, Sunday 7 (ISO 8601); times are local: `{ day: 1, opens: '09:00', closes: '18:30' }`. */
export type OpeningHours = { readonly day: number; readonly opens: string; readonly closes: string };
