import { sql } from 'kysely';

/** How many pieces are on their way to a level by transfers, in a statement over `level`. */
export const IN_TRANSIT = sql<number>`coalesce((
  select sum(greatest(line.quantity - line.received, 0)) from inventory.transfer_line line
  join inventory.transfer on transfer.id = line.transfer_id and transfer.state = 'sent'
  where line.variant_id = level.variant_id and transfer.to_id = level.location_id), 0)`;
