import { EXAMPLE } from '../example-ids.ts';

const policy = {
  service: { kind: 'cycle', share: 0.95 },
  ...{ holdingRate: 0.25, orderCost: '5.00', substitutionShare: 0.3, maxCoverDays: 180 },
  minMax: { min: 10, max: 40 },
};

/** Bodies of what is to be ordered, and how that is decided. */
export const REPLENISHMENT_EXAMPLES = {
  orderNeeds: { lines: [{ variantId: EXAMPLE.variant, quantity: 24, onOrder: 0 }] },
  saveReplenishmentPolicy: { isOff: false, ...policy, budget: '20000.00', storagePieces: 50_000 },
  runBacktest: { policy, days: 365, variants: 1_000 },
};
