import { sql } from 'kysely';
import type { Db } from '../../platform/database/index.ts';
import type { AccountCode, Posting } from './account.ts';
import type { TransactionKind } from './transaction.ts';

/** A transaction as it stands in the journal. */
export type JournalEntry = {
  readonly id: bigint;
  readonly kind: TransactionKind;
  readonly reference: string;
  readonly orderId: string | undefined;
  readonly memo: string;
  readonly postedAt: Temporal.Instant;
  readonly postings: readonly Posting[];
};

/** Where a page of the journal ended. */
export type JournalCursor = { readonly postedAt: Temporal.Instant; readonly id: bigint };

type Span = { readonly from?: Temporal.Instant; readonly to?: Temporal.Instant };

const PAGE_LIMIT = 1_000;

/**
 * The entries from `from` to before `to`, the earliest first, at most `limit` (1,000 at most) after `cursor`.
 *
 * @returns the entries, and the cursor of the next page unless this was the last
 */
export async function readJournal(
  db: Db,
  { from, to, cursor, limit = 100 }: Span & { readonly cursor?: JournalCursor; readonly limit?: number },
): Promise<{ readonly entries: JournalEntry[]; readonly next: JournalCursor | undefined }> {
  if (limit < 1 || limit > PAGE_LIMIT) throw new RangeError(`a page has 1 to ${PAGE_LIMIT} entries`);
  const after =
    cursor === undefined ? sql`true` : sql`(posted_at, id) > (${at(cursor.postedAt)}, ${cursor.id})`;
  const { rows } = await sql<EntryRow>`
    select id, kind, reference, order_id, memo, posted_at, (
      select coalesce(
        jsonb_agg(jsonb_build_array(account, currency, amount_minor::text) order by position), '[]')
      from ledger.posting where transaction_id = transaction.id
    ) as postings
    from ledger.transaction
    where ${after} and ${from === undefined ? sql`true` : sql`posted_at >= ${at(from)}`}
      and ${to === undefined ? sql`true` : sql`posted_at < ${at(to)}`}
    order by posted_at, id limit ${limit + 1}`.execute(db);
  const entries = rows.slice(0, limit).map(entryOf);
  const last = rows.length > limit ? entries.at(-1) : undefined;
  return { entries, next: last && { postedAt: last.postedAt, id: last.id } };
}

/** The whole journal of a span, page after page, so that it may be of any length. */
export async function* exportJournal(db: Db, span: Span): AsyncGenerator<JournalEntry> {
  let cursor: JournalCursor | undefined;
  do {
    const page = await readJournal(db, {
      ...{ ...span, limit: PAGE_LIMIT },
      ...(cursor === undefined ? {} : { cursor }),
    });
    yield* page.entries;
    cursor = page.next;
  } while (cursor !== undefined);
}

type EntryRow = {
  id: bigint;
  kind: TransactionKind;
  reference: string;
  order_id: string | null;
  memo: string;
  posted_at: Temporal.Instant;
  postings: [account: AccountCode, currency: Posting['currency'], amountMinor: string][];
};

function entryOf({ order_id: orderId, posted_at: postedAt, postings, ...row }: EntryRow): JournalEntry {
  return {
    ...row,
    ...{ orderId: orderId ?? undefined, postedAt },
    postings: postings.map(([account, currency, amountMinor]) => ({
      ...{ account, currency, amountMinor: BigInt(amountMinor) },
    })),
  };
}

function at(instant: Temporal.Instant) {
  return sql`${instant.toString()}::timestamptz`;
}
