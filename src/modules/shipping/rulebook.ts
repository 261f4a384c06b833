import type { CarrierTable, DeliveryMethod } from './method.ts';
import type { PickupPoint } from './pickup-point.ts';
import type { Zone } from './zone.ts';

/** Everything that decides what delivery costs, as of one version. */
export type ShippingRulebook = {
  /** Raised by every change; the same version is the same rulebook. */
  readonly version: bigint;
  readonly zones: readonly Zone[];
  /** Active ones, in the manager's order. */
  readonly methods: readonly DeliveryMethod[];
  readonly tables: readonly CarrierTable[];
  /** Active ones. */
  readonly pickupPoints: readonly PickupPoint[];
};
