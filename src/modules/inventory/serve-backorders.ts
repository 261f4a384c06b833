import type { Tx } from '../../platform/database/index.ts';
import type { VariantId } from '../catalog/index.ts';
import type { Place } from './allocation.ts';
import type { LevelKey } from './store/levels.ts';
import { readPlaces } from './store/levels.ts';
import { type Served, serve } from './store/move-reservations.ts';
import { type Held, lockWaiting } from './store/reservations.ts';

/**
 * Gives what came in to those who wait for it, in the order in which it was promised; called by everything
 * that makes a level more, so that nobody who comes later is served first.
 *
 * @param keys the levels that became more; the caller has locked what is promised of their variants, and them
 */
export async function serveBackorders(tx: Tx, keys: readonly LevelKey[]): Promise<void> {
  if (keys.length === 0) return;
  const waiting = await lockWaiting(tx, [...new Set(keys.map((key) => key.variantId))]);
  if (waiting.length === 0) return;
  const places = await readPlaces(tx, keys);
  const served = serveInOrder(waiting, places);
  if (served.length > 0) await serve(tx, served);
}

/** Who gets which pieces: the earliest promise first, each from the locations in the merchant's order. */
export function serveInOrder(
  waiting: readonly Held[],
  places: ReadonlyMap<VariantId, readonly Place[]>,
): Served[] {
  const left = new Map([...places].map(([id, some]) => [id, some.map((place) => ({ ...place }))]));
  return waiting.flatMap(({ id, variantId, quantity }) => {
    let open = quantity;
    return (left.get(variantId) ?? []).flatMap((place) => {
      const pieces = Math.min(open, place.available);
      if (pieces <= 0) return [];
      open -= pieces;
      place.available -= pieces;
      return [{ id, locationId: place.locationId, quantity: pieces }];
    });
  });
}
