import { sql } from 'kysely';
import type { Db } from '../../../platform/database/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import { readLevels } from '../../inventory/index.ts';
import { type LotAhead, lotsAhead, lotsThere } from './lots.ts';

/** How many pieces of a variant will be sold within so many days from today on. */
export type SoldWithin = (variantId: VariantId, days: number) => number;

/** Which variants came with a day that is after another, the soonest to expire first; those before it are counted no more. */
export async function variantsWithLots(
  db: Db,
  { from, limit }: { readonly from: Temporal.PlainDate; readonly limit: number },
): Promise<readonly VariantId[]> {
  const { rows } = await sql<{ id: VariantId }>`
    select line.variant_id as id
    from purchasing.receipt_line came join purchasing.receipt on receipt.id = came.receipt_id and receipt.undone_at is null
    join purchasing.purchase_order_line line on line.id = came.line_id
    where came.expires_on >= ${from.toString()}::date and came.received > 0
    group by line.variant_id order by min(came.expires_on), line.variant_id limit ${limit}`.execute(db);
  return rows.map(({ id }) => id);
}

/** The lots of variants that are there by now, the first to expire first, with what of each will not be sold in time. */
export async function readLots(
  db: Db,
  about: {
    readonly variantIds: readonly VariantId[];
    readonly today: Temporal.PlainDate;
    readonly soldWithin: SoldWithin;
  },
): Promise<Map<VariantId, LotAhead[]>> {
  const { variantIds, today, soldWithin } = about;
  const [{ rows }, levels] = await Promise.all([
    sql<{ variantId: VariantId; expiresOn: Temporal.PlainDate; pieces: number }>`
      select line.variant_id as "variantId", came.expires_on as "expiresOn", sum(came.received)::int as pieces
      from purchasing.receipt_line came
      join purchasing.receipt on receipt.id = came.receipt_id and receipt.undone_at is null
      join purchasing.purchase_order_line line on line.id = came.line_id
      where line.variant_id = any(${variantIds}::uuid[]) and came.expires_on is not null and came.received > 0
      group by line.variant_id, came.expires_on`.execute(db),
    readLevels(db, variantIds),
  ]);
  return new Map(
    [...Map.groupBy(rows, (row) => row.variantId)].map(([id, lots]) => {
      const onHand = (levels.get(id) ?? []).reduce((sum, level) => sum + level.onHand, 0);
      const ahead = lotsAhead(lotsThere(lots, onHand), {
        today,
        soldWithin: (days) => soldWithin(id, days),
      });
      return [id, ahead];
    }),
  );
}
