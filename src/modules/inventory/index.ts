import './events.ts';

export { allocate, readReservations } from './allocate.ts';
export { readAllocationRule, saveAllocationRule } from './allocation-rule.ts';
export type { Availability } from './availability.ts';
export { setBackorderTerms } from './backorder-terms.ts';
export { type Incoming, readIncoming, setIncoming } from './incoming.ts';
export type { Level, Location, LocationId, MovementReason, Policy, StockRefusal } from './level.ts';
export { defaultLocation, type LocationRefusal, readLocations, saveLocation } from './locations.ts';
export { moveStock } from './move-stock.ts';
export { readAvailability } from './read-availability.ts';
export { release, releaseExpired } from './release.ts';
export type {
  AllocationRule,
  BackorderTerms,
  Demand,
  OutOfStock,
  OwnerId,
  Reservation,
  Shortage,
} from './reservation.ts';
export { type HoldPlan, keepHold, planHold, reserve } from './reserve.ts';
export { type Count, type RefusedCount, STOCK_LIMIT, setOnHand } from './set-on-hand.ts';
export { setPolicies } from './set-policies.ts';
export { returnStock, type StockItem, shipStock } from './ship-stock.ts';
export { LOW_STOCK_AT } from './shown-state.ts';
export { readLevels } from './store/levels.ts';
export { readBackorderTerms, readPolicies } from './store/policies.ts';
export { inventoryCrons, inventoryJobs } from './tasks.ts';
