import type { Tx } from '../../platform/database/index.ts';
import type { VariantId } from '../catalog/index.ts';
import type { Demand, OwnerId } from './reservation.ts';
import { serveBackorders } from './serve-backorders.ts';
import { lockStock } from './store/lock-stock.ts';
import { giveBack, type Take } from './store/move-reservations.ts';
import { type Held, lockHeld, readExpired, readHeld } from './store/reservations.ts';
import { tellShownSince } from './tell-shown.ts';

/**
 * Gives back what an owner holds: all of it, or so many of what was sold, bundles with all their components;
 * never more than is held, so that giving all back twice is giving it back once. What is promised beyond
 * stock goes first, the latest promise before earlier ones. What becomes free goes to those who wait for it.
 */
export async function release(
  tx: Tx,
  input: { readonly owner: OwnerId; readonly demand?: readonly Demand[]; readonly now: Temporal.Instant },
): Promise<void> {
  const { owner, demand } = input;
  await releaseHeld(tx, [owner], undefined, (held) => {
    return demand === undefined ? held : takesOf(held, demand);
  });
}

/**
 * Ends the holds whose time has passed, of at most `limit` owners.
 *
 * @returns the owners whose holds ended
 */
export async function releaseExpired(
  tx: Tx,
  input: { readonly now: Temporal.Instant; readonly limit: number },
): Promise<OwnerId[]> {
  const owners = await readExpired(tx, input);
  if (owners.length === 0) return [];
  return releaseHeld(tx, owners, input.now, (held) => held);
}

async function releaseHeld(
  tx: Tx,
  owners: readonly OwnerId[],
  expiredAt: Temporal.Instant | undefined,
  takesFrom: (held: readonly Held[]) => readonly Take[],
): Promise<OwnerId[]> {
  const variantIds = [...new Set((await readHeld(tx, owners)).map((one) => one.variantId))];
  if (variantIds.length === 0) return [];
  const before = await lockStock(tx, variantIds);
  const held = await lockHeld(tx, {
    ...{ owners, variantIds },
    ...(expiredAt === undefined ? {} : { expiredAt }),
  });
  const takes = takesFrom(held);
  if (takes.length === 0) return [];
  await giveBack(tx, takes);
  const taken = new Set(takes.map((take) => take.id));
  const gone = held.filter(({ id }) => taken.has(id));
  await serveBackorders(
    tx,
    gone.flatMap(({ variantId, locationId }) =>
      locationId === undefined ? [] : [{ variantId, locationId }],
    ),
  );
  await tellShownSince(tx, before);
  return [...new Set(gone.map((one) => one.owner))];
}

/** The pieces that so many sold variants are made of: waiting ones first, then the latest. */
function takesOf(held: readonly Held[], demand: readonly Demand[]): Take[] {
  const sold = new Map<VariantId, number>();
  for (const { variantId, quantity } of demand) sold.set(variantId, (sold.get(variantId) ?? 0) + quantity);
  const latestFirst = held.toReversed().toSorted((a, b) => Number(b.isBackorder) - Number(a.isBackorder));
  const byPart = Map.groupBy(latestFirst, (one) => `${one.lineVariantId} ${one.variantId}`);
  return [...byPart.values()].flatMap((parts) => {
    const [first] = parts;
    let open = first === undefined ? 0 : (sold.get(first.lineVariantId) ?? 0) * first.perLine;
    return parts.flatMap(({ id, quantity }) => {
      const pieces = Math.min(open, quantity);
      open -= pieces;
      return pieces > 0 ? [{ id, quantity: pieces }] : [];
    });
  });
}
