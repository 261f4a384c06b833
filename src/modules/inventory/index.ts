import './events.ts';

export type { Availability } from './availability.ts';
export type { Level, Location, LocationId, MovementReason, Policy, StockRefusal } from './level.ts';
export { defaultLocation, type LocationRefusal, readLocations, saveLocation } from './locations.ts';
export { moveStock } from './move-stock.ts';
export { readAvailability } from './read-availability.ts';
export type {
  AllocationRule,
  BackorderTerms,
  Demand,
  OutOfStock,
  OwnerId,
  Reservation,
  Shortage,
} from './reservation.ts';
export { type Count, type RefusedCount, STOCK_LIMIT, setOnHand } from './set-on-hand.ts';
export { setPolicies } from './set-policies.ts';
export { readLevels, readPolicies } from './store.ts';
