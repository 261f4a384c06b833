import { sql } from 'kysely';
import type { Db } from '../../../platform/database/index.ts';
import type { Posting } from '../account.ts';
import type { TransactionKind } from '../transaction.ts';

/** Where a posting stands in the order in which they are read. */
export type PostingPosition = { readonly xid: bigint; readonly id: bigint };

/** A posting with what its transaction says. */
export type PostedPosting = Posting &
  PostingPosition & {
    readonly transactionId: bigint;
    readonly kind: TransactionKind;
    readonly reference: string;
    readonly orderId: string | undefined;
    readonly postedAt: Temporal.Instant;
  };

const PAGE_LIMIT = 10_000;
/** More than a transaction has postings (`position` is a smallint): an id has both. */
const POSITIONS = 32_768n;

/**
 * Postings after a position, at most `limit` of them; none, when there are no more for now. Only those of database
 * transactions that are older than every one that still runs: what commits late is read later, and nothing is skipped.
 */
export async function readPostings(
  db: Db,
  { after, limit }: { readonly after?: PostingPosition | undefined; readonly limit: number },
): Promise<PostedPosting[]> {
  if (limit < 1 || limit > PAGE_LIMIT) throw new RangeError(`a page has 1 to ${PAGE_LIMIT} postings`);
  const { xid, id } = after ?? { xid: 0n, id: -1n };
  const [transactionId, position] = id < 0n ? [-1n, -1n] : [id / POSITIONS, id % POSITIONS];
  const { rows } = await sql<PostingRow>`
    select made.xid, made.id as "transactionId", posting.position::int as position, made.kind,
      made.reference, made.order_id as "orderId", made.posted_at as "postedAt", posting.account, posting.currency,
      posting.amount_minor as "amountMinor"
    from ledger.transaction made cross join lateral (
      select position, account, currency, amount_minor from ledger.posting
      where transaction_id = made.id and (made.id <> ${transactionId}::bigint or position > ${position}::bigint)
      -- A page is read along the index: joined otherwise, all postings would be for each.
      offset 0
    ) posting
    where (made.xid, made.id) >= (${xid}::xid8, ${transactionId}::bigint)
      and made.xid < pg_snapshot_xmin(pg_current_snapshot())
    order by made.xid, made.id, posting.position limit ${limit}`.execute(db);
  return rows.map(({ position: place, orderId, ...row }) => ({
    ...row,
    ...{ orderId: orderId ?? undefined, id: row.transactionId * POSITIONS + BigInt(place) },
  }));
}

type PostingRow = Omit<PostedPosting, 'id' | 'orderId'> & {
  readonly position: number;
  readonly orderId: string | null;
};
