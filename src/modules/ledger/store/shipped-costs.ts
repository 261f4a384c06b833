import { sql } from 'kysely';
import type { CurrencyCode } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import type { Valued } from '../costs/moving-average.ts';
import type { VariantId } from './cost-levels.ts';

/** What an order's goods cost when they left, less what came back, by variant; those that did not leave are not there. */
export async function readShippedCosts(
  db: Db,
  { orderId, currency }: { readonly orderId: string; readonly currency: CurrencyCode },
): Promise<Map<VariantId, Valued>> {
  const { rows } = await sql<{ id: VariantId; quantity: bigint; value: bigint }>`
    select variant_id as id, quantity, value_minor as value from ledger.shipped_cost
    where order_id = ${orderId} and currency = ${currency}`.execute(db);
  return new Map(rows.map(({ id, quantity, value: valueMinor }) => [id, { quantity, valueMinor }]));
}
