import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import type { LocationId } from '../level.ts';
import type {
  Missing,
  Transfer,
  TransferDraft,
  TransferId,
  TransferLine,
  TransferState,
} from './transfer.ts';

type TransferRow = {
  id: TransferId;
  number: bigint;
  from_id: LocationId;
  to_id: LocationId;
  state: TransferState;
  expected_on: Temporal.PlainDate | null;
  note: string;
  missing: Missing | null;
  made_at: Temporal.Instant;
  made_by: string;
  sent_at: Temporal.Instant | null;
  sent_by: string | null;
  closed_at: Temporal.Instant | null;
  closed_by: string | null;
  lines: readonly TransferLine[] | null;
};

const COLUMNS = sql`transfer.id, transfer.number, transfer.from_id, transfer.to_id, transfer.state,
  transfer.expected_on, transfer.note, transfer.missing, transfer.made_at, transfer.made_by, transfer.sent_at,
  transfer.sent_by, transfer.closed_at, transfer.closed_by, (
    select jsonb_agg(jsonb_build_object('variantId', variant_id, 'quantity', quantity, 'received', received)
      order by variant_id)
    from inventory.transfer_line line where line.transfer_id = transfer.id) as lines`;

export async function readTransfer(db: Db, id: TransferId): Promise<Transfer | undefined> {
  const { rows } = await sql<TransferRow>`
    select ${COLUMNS} from inventory.transfer where id = ${id}`.execute(db);
  return rows.map(transferOf)[0];
}

/** The same, held until the transaction ends: what is done to a transfer is done one after the other. */
export async function lockTransfer(tx: Tx, id: TransferId): Promise<Transfer | undefined> {
  await sql`select from inventory.transfer where id = ${id} for update`.execute(tx);
  return readTransfer(tx, id);
}

/** The latest first, from before the number `before` on. */
export async function listTransfers(
  db: Db,
  asked: {
    readonly states?: readonly TransferState[] | undefined;
    readonly locationId?: LocationId | undefined;
    readonly before?: bigint | undefined;
    readonly limit: number;
  },
): Promise<Transfer[]> {
  const { states, locationId, before } = asked;
  const { rows } = await sql<TransferRow>`
    select ${COLUMNS} from inventory.transfer
    where (${states ?? null}::text[] is null or state = any(${states ?? null}::text[]))
      and (${locationId ?? null}::uuid is null or ${locationId ?? null}::uuid in (from_id, to_id))
      and (${before ?? null}::bigint is null or number < ${before ?? null}::bigint)
    order by number desc limit ${asked.limit}`.execute(db);
  return rows.map(transferOf);
}

/** Writes a draft and its lines, in place of those that it had. */
export async function writeDraft(
  tx: Tx,
  input: {
    readonly id: TransferId;
    readonly draft: TransferDraft;
    readonly now: Temporal.Instant;
    readonly actor: string;
  },
): Promise<void> {
  const { id, draft, now, actor } = input;
  await sql`
    insert into inventory.transfer (id, from_id, to_id, expected_on, note, made_at, made_by)
    values (${id}, ${draft.fromId}, ${draft.toId}, ${draft.expectedOn?.toString() ?? null}::date, ${draft.note},
      ${now.toString()}::timestamptz, ${actor})
    on conflict (id) do update set from_id = excluded.from_id, to_id = excluded.to_id,
      expected_on = excluded.expected_on, note = excluded.note`.execute(tx);
  await sql`delete from inventory.transfer_line where transfer_id = ${id}`.execute(tx);
  await sql`
    insert into inventory.transfer_line (transfer_id, variant_id, quantity)
    select ${id}::uuid, variant_id, sum(quantity)::int from unnest(
      ${draft.lines.map((line) => line.variantId)}::uuid[], ${draft.lines.map((line) => line.quantity)}::int[]
    ) as given (variant_id, quantity) group by variant_id`.execute(tx);
}

export async function noteSent(
  tx: Tx,
  id: TransferId,
  { at, by }: NonNullable<Transfer['sent']>,
): Promise<void> {
  await sql`
    update inventory.transfer set state = 'sent', sent_at = ${at.toString()}::timestamptz, sent_by = ${by}
    where id = ${id}`.execute(tx);
}

export async function noteClosed(
  tx: Tx,
  id: TransferId,
  closed: NonNullable<Transfer['closed']> & {
    readonly state: 'received' | 'cancelled';
    readonly missing: Missing | undefined;
  },
): Promise<void> {
  await sql`
    update inventory.transfer set state = ${closed.state}, missing = ${closed.missing ?? null},
      closed_at = ${closed.at.toString()}::timestamptz, closed_by = ${closed.by}
    where id = ${id}`.execute(tx);
}

export async function noteReceived(
  tx: Tx,
  id: TransferId,
  received: ReadonlyMap<VariantId, number>,
): Promise<void> {
  await sql`
    update inventory.transfer_line line set received = given.received
    from unnest(${[...received.keys()]}::uuid[], ${[...received.values()]}::int[]) as given (variant_id, received)
    where line.transfer_id = ${id} and line.variant_id = given.variant_id`.execute(tx);
}

function transferOf(row: TransferRow): Transfer {
  const act = (at: Temporal.Instant | null, by: string | null) =>
    at === null ? undefined : { at, by: by ?? '' };
  return {
    ...{ id: row.id, number: `T-${row.number}`, fromId: row.from_id, toId: row.to_id, state: row.state },
    ...{ expectedOn: row.expected_on ?? undefined, note: row.note, missing: row.missing ?? undefined },
    made: { at: row.made_at, by: row.made_by },
    sent: act(row.sent_at, row.sent_by),
    closed: act(row.closed_at, row.closed_by),
    lines: row.lines ?? [],
  };
}
