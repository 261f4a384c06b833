import type { Db, Tx } from '../../platform/database/index.ts';
import type { OwnerId, Reservation } from './reservation.ts';
import { type Held, readHeld, removeEnds } from './store/reservations.ts';

/**
 * Paid for: the owner's holds have no end any more. Doing it twice is doing it once. Locks no levels: in the
 * same transaction take no stock after it.
 *
 * @returns all that the owner holds; nothing when the hold had ended before the money came: reserve again, or
 *   refund
 */
export async function allocate(
  tx: Tx,
  { owner }: { readonly owner: OwnerId; readonly now: Temporal.Instant },
): Promise<Reservation[]> {
  return (await removeEnds(tx, owner)).map(withoutRow);
}

/** What an owner holds, in the order in which it was promised. */
export async function readReservations(
  db: Db,
  { owner }: { readonly owner: OwnerId },
): Promise<Reservation[]> {
  return (await readHeld(db, [owner])).map(withoutRow);
}

function withoutRow({ id: _id, owner: _owner, ...reservation }: Held): Reservation {
  return reservation;
}
