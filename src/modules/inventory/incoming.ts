import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/index.ts';
import type { VariantId } from '../catalog/index.ts';
import { tellReturns } from './label-unavailable.ts';
import type { LocationId } from './level.ts';
import { STOCK_LIMIT } from './set-on-hand.ts';

/**
 * Pieces on their way to a location. They cannot be sold as stock: that is what backorders and preorders are
 * for.
 */
export type Incoming = {
  readonly variantId: VariantId;
  readonly locationId: LocationId;
  readonly expectedOn: Temporal.PlainDate;
  readonly quantity: number;
};

/** Says by hand how many of a variant are expected where on a day; zero takes the expectation away. */
export async function setIncoming(tx: Tx, incoming: readonly Incoming[]): Promise<void> {
  if (incoming.length > STOCK_LIMIT) throw new RangeError(`at most ${STOCK_LIMIT} quantities a call`);
  for (const { quantity } of incoming) {
    if (!Number.isInteger(quantity) || quantity < 0) throw new RangeError(`${quantity} pieces cannot come`);
  }
  const wanted = new Map(
    incoming.map((one) => [`${one.variantId} ${one.locationId} ${one.expectedOn}`, one]),
  );
  const rows = [...wanted.values()];
  await sql`
    with given as (
      select * from unnest(
        ${rows.map((one) => one.variantId)}::uuid[], ${rows.map((one) => one.locationId)}::uuid[],
        ${rows.map((one) => one.expectedOn.toString())}::date[], ${rows.map((one) => one.quantity)}::int[]
      ) as given (variant_id, location_id, expected_on, quantity)
    ), gone as (
      delete from inventory.incoming using given where given.quantity = 0 and incoming.source = ''
        and incoming.variant_id = given.variant_id and incoming.location_id = given.location_id
        and incoming.expected_on = given.expected_on
    )
    insert into inventory.incoming (variant_id, location_id, expected_on, quantity)
    select variant_id, location_id, expected_on, quantity from given where quantity > 0
    on conflict (variant_id, location_id, expected_on, source) do update set quantity = excluded.quantity`.execute(
    tx,
  );
  await tellReturns(
    tx,
    rows.map((one) => one.variantId),
  );
}

/** Goods of a source, with the days that it is usually late: promises to shoppers add them. */
export type ExpectedGoods = Incoming & { readonly lateDays?: number };

/**
 * Says all that is expected from one source, such as a purchase order, in place of what was expected from it before:
 * saying the same again is saying it once.
 */
export async function expectGoods(
  tx: Tx,
  { source, goods }: { readonly source: string; readonly goods: readonly ExpectedGoods[] },
): Promise<void> {
  if (source === '') throw new RangeError('expected goods have a source');
  const { rows: gone } = await sql<{ variant_id: VariantId }>`
    delete from inventory.incoming where source = ${source} returning variant_id`.execute(tx);
  if (goods.length > 0) await writeExpected(tx, source, goods);
  const before = gone.map((row) => row.variant_id);
  await tellReturns(tx, [...before, ...goods.map((one) => one.variantId)]);
}

async function writeExpected(tx: Tx, source: string, goods: readonly ExpectedGoods[]): Promise<void> {
  await sql`
    insert into inventory.incoming (variant_id, location_id, expected_on, quantity, late_days, source)
    select variant_id, location_id, expected_on, sum(quantity)::int, max(late_days), ${source} from unnest(
      ${goods.map((one) => one.variantId)}::uuid[], ${goods.map((one) => one.locationId)}::uuid[],
      ${goods.map((one) => one.expectedOn.toString())}::date[], ${goods.map((one) => one.quantity)}::int[],
      ${goods.map((one) => one.lateDays ?? 0)}::int[]
    ) as given (variant_id, location_id, expected_on, quantity, late_days)
    group by variant_id, location_id, expected_on`.execute(tx);
}

/**
 * What is on its way of each variant, the soonest first, goods in transit between places among it, expected on the day
 * they were sent where no other was said; a variant of which nothing is is not in the map.
 */
export async function readIncoming(
  db: Db,
  variantIds: readonly VariantId[],
): Promise<Map<VariantId, Incoming[]>> {
  if (variantIds.length === 0) return new Map();
  const { rows } = await sql<Incoming>`
    select variant_id as "variantId", location_id as "locationId", expected_on as "expectedOn",
      sum(quantity)::int as quantity
    from inventory.incoming where variant_id = any(${variantIds}::uuid[])
    group by variant_id, location_id, expected_on
    union all
    select line.variant_id, transfer.to_id, coalesce(transfer.expected_on, transfer.sent_at::date),
      line.quantity - line.received
    from inventory.transfer_line line join inventory.transfer on transfer.id = line.transfer_id
    where line.variant_id = any(${variantIds}::uuid[]) and transfer.state = 'sent' and line.quantity > line.received
    order by "expectedOn", "locationId"`.execute(db);
  return Map.groupBy(rows, (row) => row.variantId);
}
