import { sql } from 'kysely';
import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import { type AssetId, type DigitalFile, readDigitalFiles } from '../../catalog/index.ts';
import type { Order, OrderId, OrderLine, OrderLineId } from '../order.ts';
import { lockOrder } from '../store/select-orders.ts';

/** A file that the buyer of a line may take. */
export type Download = {
  readonly lineId: OrderLineId;
  readonly assetId: AssetId;
  readonly name: string;
  readonly taken: number;
  /** How often it can still be taken; `undefined` is without limit. */
  readonly left: number | undefined;
  /** From then on it cannot be taken any more; `undefined` is never. */
  readonly endsAt: Temporal.Instant | undefined;
};

/** What an order gives to download: of lines that were handed over and not given back, in the order of its lines. */
export async function readDownloads(
  db: Db,
  order: Pick<Order, 'lines' | 'paidAt' | 'state'>,
): Promise<Download[]> {
  const lines = order.lines.filter((line) => piecesOf(line, order) > 0);
  if (lines.length === 0) return [];
  const [files, taken] = await Promise.all([
    readDigitalFiles(
      db,
      lines.map(({ variantId }) => variantId),
    ),
    readTaken(db, lines),
  ]);
  return lines.flatMap((line) =>
    (files.get(line.variantId) ?? []).map((file) => {
      const count = taken.get(`${line.id} ${file.assetId}`) ?? 0;
      return downloadOf(file, { order, line, taken: count });
    }),
  );
}

/**
 * Counts a download that is about to begin. The order is locked, so that clicks at the same time do not take more than
 * there is.
 */
export async function takeDownload(
  tx: Tx,
  input: {
    readonly orderId: OrderId;
    readonly lineId: OrderLineId;
    readonly assetId: AssetId;
    readonly now: Temporal.Instant;
  },
): Promise<Result<Download, Refusal<'unknown_download' | 'download_used_up' | 'download_over'>>> {
  const { now } = input;
  const order = await lockOrder(tx, input.orderId);
  const downloads = order ? await readDownloads(tx, order) : [];
  const found = downloads.find(({ lineId, assetId }) => lineId === input.lineId && assetId === input.assetId);
  if (!found) return refuse('unknown_download', 'the order gives no such file');
  if (found.endsAt && Temporal.Instant.compare(now, found.endsAt) >= 0) {
    return refuse('download_over', `it could be taken until ${found.endsAt.toString()}`);
  }
  if (found.left === 0) return refuse('download_used_up', `it was taken ${found.taken} times`);
  await sql`
    insert into orders.download as kept (line_id, asset_id, taken, last_at)
    values (${found.lineId}, ${found.assetId}, 1, ${now.toString()}::timestamptz)
    on conflict (line_id, asset_id) do update set taken = kept.taken + 1, last_at = excluded.last_at`.execute(
    tx,
  );
  return ok({
    ...found,
    taken: found.taken + 1,
    left: found.left === undefined ? undefined : found.left - 1,
  });
}

/** Pieces of a line that are the buyer's: handed over, and their money not given back. */
function piecesOf(line: OrderLine, { state }: Pick<Order, 'state'>): number {
  if (line.kind !== 'digital' || state === 'cancelled') return 0;
  return line.fulfilledQuantity - Math.max(line.refundedQuantity, line.returnedQuantity);
}

function downloadOf(
  { assetId, name, downloadLimit, expiryDays }: DigitalFile,
  about: {
    readonly order: Pick<Order, 'paidAt' | 'state'>;
    readonly line: OrderLine;
    readonly taken: number;
  },
): Download {
  const { order, line, taken } = about;
  const limit = downloadLimit === undefined ? undefined : downloadLimit * piecesOf(line, order);
  return {
    ...{ lineId: line.id, assetId, name, taken },
    left: limit === undefined ? undefined : Math.max(0, limit - taken),
    endsAt: expiryDays === undefined ? undefined : order.paidAt?.add({ hours: 24 * expiryDays }),
  };
}

async function readTaken(db: Db, lines: readonly OrderLine[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ line_id: string; asset_id: string; taken: number }>`
    select line_id, asset_id, taken from orders.download
    where line_id = any(${lines.map(({ id }) => id)}::uuid[])`.execute(db);
  return new Map(rows.map(({ line_id, asset_id, taken }) => [`${line_id} ${asset_id}`, taken]));
}
