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

type ReserveInput = {
  readonly owner: OwnerId;
  readonly demand: readonly Demand[];
  readonly destination?: { readonly country: string };
  readonly expiresAt?: Temporal.Instant | undefined;
  readonly now: Temporal.Instant;
};

/** What an owner is going to hold: its levels are locked, so that it is sure; `keepHold` writes it. */
export type HoldPlan = Pick<ReserveInput, 'owner' | 'now'> & {
  readonly expiresAt: Temporal.Instant | undefined;
  readonly placements: readonly Placement[];
};

/**
 * Holds stock for an owner until `expiresAt`, or without an end when none is given: all of it, or nothing and
 * what is missing of which variant. Bundles are held as their components, lines that share one are summed,
 * and what is not tracked needs nothing. What is beyond stock is promised within the policy's limits
 * (`isBackorder`) and served in the order of promise when stock comes in.
 *
 * Three statements for any number of lines: what bundles are made of, the lock, the write. Telling takes more
 * where shoppers see another state of stock (`tellShown`).
 */
export async function reserve(tx: Tx, input: ReserveInput): Promise<Result<Reservation[], OutOfStock>> {
  const planned = await planHold(tx, input);
  if (!planned.ok) return planned;
  await keepHold(tx, planned.value);
  const { placements, expiresAt } = planned.value;
  return ok(placements.map((placement) => reservationOf(placement, expiresAt)));
}

/**
 * The first half of `reserve`, for whoever has more to write with the second, in one go: decides under the locks of the
 * levels, and tells what shoppers will see. Keep it, or take the transaction back. One round trip where no bundle is
 * sold, two where one is.
 */
export async function planHold(tx: Tx, input: ReserveInput): Promise<Result<HoldPlan, OutOfStock>> {
  const { owner, demand, now, expiresAt } = input;
  if (demand.length > DEMAND_LIMIT) throw new RangeError(`at most ${DEMAND_LIMIT} lines a call`);
  const plan = { owner, expiresAt, now };
  if (demand.length === 0) return ok({ ...plan, placements: [] });
  const { bundles, stock } = await lockDemanded(tx, demand);
  const needs = needsOf(demand, bundles).filter(
    (need) => stock.variants.get(need.variantId)?.promising.isTracked ?? true,
  );
  if (needs.length === 0) return ok({ ...plan, placements: [] });
  const supply = new Map([...stock.variants].map(([id, one]) => [id, supplyOf(one)]));
  const country = input.destination?.country;
  const allocation = placeNeeds({ needs, supply, rule: stock.rule, country });
  if (!allocation.isPossible) return { ok: false, refusal: outOfStock(allocation.shortages) };
  const { placements } = allocation;
  await tellTaken(tx, { placements, stock, bundles });
  return ok({ ...plan, placements });
}

/** The second half: writes what was planned, in the transaction in which it was, by one statement at most. */
export async function keepHold(tx: Tx, plan: HoldPlan): Promise<void> {
  if (plan.placements.length > 0) await writeReservations(tx, plan);
}

/**
 * Locks the levels of all that is needed, in their order. What bundles are made of has to be known before; where no line
 * is said to be a bundle, both are asked together.
 */
async function lockDemanded(tx: Tx, demand: readonly Demand[]): Promise<Pick<Taken, 'bundles' | 'stock'>> {
  const soldIds = [...new Set(demand.map(({ variantId }) => variantId))];
  if (demand.every(({ isBundle }) => isBundle === false)) {
    const [bundles, stock] = await Promise.all([readBundlesAround(tx, soldIds), lockStock(tx, soldIds)]);
    if (!soldIds.some((id) => bundles.has(id))) return { bundles, stock };
  }
  const bundles = await readBundlesAround(tx, soldIds);
  const needed = needsOf(demand, bundles).map(({ variantId }) => variantId);
  return { bundles, stock: await lockStock(tx, [...new Set(needed)]) };
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

type Taken = {
  readonly placements: readonly Placement[];
  readonly stock: Stock;
  readonly bundles: ReadonlyMap<VariantId, readonly BundleComponent[]>;
};

async function tellTaken(tx: Tx, input: Taken): Promise<void> {
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
