import { ok, type Result, refuse } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { type BundleComponent, readBundlesAround, type VariantId } from '../catalog/index.ts';
import { type Placement, placeNeeds, type Supply } from './allocation.ts';
import { beyondStock } from './beyond-stock.ts';
import { needsOf } from './needs.ts';
import type { Demand, OutOfStock, OwnerId, Reservation, Shortage } from './reservation.ts';
import { lockStock, type Stock, seenOf, type VariantStock } from './store/lock-stock.ts';
import { writeReservations } from './store/reservations.ts';
import { tellShown } from './tell-shown.ts';

/** Most lines of one call. */
const DEMAND_LIMIT = 1_000;

/**
 * Holds stock for an owner until `expiresAt`, or without an end when none is given: all of it, or nothing and
 * what is missing of which variant. Bundles are held as their components, lines that share one are summed,
 * and what is not tracked needs nothing. What is beyond stock is promised within the policy's limits
 * (`isBackorder`) and served in the order of promise when stock comes in.
 *
 * Three statements for any number of lines: what bundles are made of, the lock, the write. Telling takes more
 * where shoppers see another state of stock (`tellShown`).
 */
export async function reserve(
  tx: Tx,
  input: {
    readonly owner: OwnerId;
    readonly demand: readonly Demand[];
    readonly destination?: { readonly country: string };
    readonly expiresAt?: Temporal.Instant | undefined;
    readonly now: Temporal.Instant;
  },
): Promise<Result<Reservation[], OutOfStock>> {
  const { owner, demand, now, expiresAt } = input;
  if (demand.length > DEMAND_LIMIT) throw new RangeError(`at most ${DEMAND_LIMIT} lines a call`);
  if (demand.length === 0) return ok([]);
  const bundles = await readBundlesAround(tx, [...new Set(demand.map((one) => one.variantId))]);
  const everyNeed = needsOf(demand, bundles);
  const stock = await lockStock(tx, [...new Set(everyNeed.map((need) => need.variantId))]);
  const needs = everyNeed.filter((need) => stock.variants.get(need.variantId)?.promising.isTracked ?? true);
  if (needs.length === 0) return ok([]);
  const supply = new Map([...stock.variants].map(([id, one]) => [id, supplyOf(one)]));
  const country = input.destination?.country;
  const allocation = placeNeeds({ needs, supply, rule: stock.rule, country });
  if (!allocation.isPossible) return { ok: false, refusal: outOfStock(allocation.shortages) };
  await writeReservations(tx, { owner, placements: allocation.placements, expiresAt, now });
  await tellTaken(tx, { placements: allocation.placements, stock, bundles });
  return ok(allocation.placements.map((placement) => reservationOf(placement, expiresAt)));
}

function supplyOf({ places, promising }: VariantStock): Supply {
  return { places, beyond: beyondStock(promising) };
}

function outOfStock(shortages: readonly Shortage[]): OutOfStock {
  const texts = shortages.map(
    ({ variantId, wanted, available }) => `${wanted} of ${variantId}: ${available} there`,
  );
  return { ...refuse('out_of_stock', texts.join('; ')).refusal, shortages };
}

function reservationOf(placement: Placement, expiresAt: Temporal.Instant | undefined): Reservation {
  return { ...placement, isBackorder: placement.locationId === undefined, expiresAt };
}

async function tellTaken(
  tx: Tx,
  input: {
    readonly placements: readonly Placement[];
    readonly stock: Stock;
    readonly bundles: ReadonlyMap<VariantId, readonly BundleComponent[]>;
  },
): Promise<void> {
  const changes = [...Map.groupBy(input.placements, (one) => one.variantId)].flatMap(([variantId, parts]) => {
    const variant = input.stock.variants.get(variantId);
    if (variant === undefined) return [];
    const before = seenOf(variant);
    const sum = (isBeyond: boolean) =>
      parts.reduce((total, part) => {
        return (part.locationId === undefined) === isBeyond ? total + part.quantity : total;
      }, 0);
    const after = {
      ...before,
      available: before.available - sum(false),
      mayBackorder: beyondStock(variant.promising) > sum(true),
    };
    return [{ variantId, before, after }];
  });
  await tellShown(tx, changes, input.bundles);
}
