import { sql } from 'kysely';
import type { Tx } from '../../../../platform/database/index.ts';
import type { OrderId, OrderLineId } from '../../order.ts';
import { type OrderFacts, stateOf } from '../../state.ts';

/** Keeps how many pieces of a locked order were handed over, arrived and came back, and the state that follows. */
export async function writePieces(tx: Tx, orderId: OrderId, facts: OrderFacts): Promise<void> {
  await sql`
    update orders."order" set state = ${stateOf(facts)}, quantity = ${facts.quantity},
      fulfilled_quantity = ${facts.fulfilledQuantity}, delivered_quantity = ${facts.deliveredQuantity},
      returned_quantity = ${facts.returnedQuantity}, version = version + 1
    where id = ${orderId}`.execute(tx);
}

/** Which of a line's counts grows. */
export type LineCount = 'fulfilled' | 'delivered' | 'returned' | 'refunded' | 'removed';

/** Adds to one count of each line; a negative quantity takes back. The table's constraints are the last word. */
export async function countPieces(
  tx: Tx,
  count: LineCount,
  pieces: readonly { readonly lineId: OrderLineId; readonly quantity: number }[],
): Promise<void> {
  const column = sql.ref(`${count}_quantity`);
  await sql`
    update orders.line set ${column} = line.${column} + given.quantity
    from unnest(${pieces.map(({ lineId }) => lineId)}::uuid[], ${pieces.map(({ quantity }) => quantity)}::int[])
      as given (id, quantity)
    where line.id = given.id`.execute(tx);
}
