import { sql } from 'kysely';
import type { CurrencyCode } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import type { AccountCode } from '../account.ts';
import type { TransactionKind } from '../transaction.ts';

/** What is not settled: what the customer of an order owes or disputes, or what is at a provider, whosever it is. */
export type OpenBalance = {
  readonly account: AccountCode;
  readonly currency: CurrencyCode;
  /** None of providers: what they pay out is of many orders. */
  readonly orderId: string | undefined;
  readonly amountMinor: bigint;
  /** When it was first posted to. */
  readonly since: Temporal.Instant;
};

/** Receivables and disputes by order, and providers, that were not zero right before a moment. */
export async function readOpenBalances(
  db: Db,
  { before }: { readonly before: Temporal.Instant },
): Promise<OpenBalance[]> {
  const { rows } = await sql<Omit<OpenBalance, 'orderId'> & { readonly orderId: string | null }>`
    select account, currency, case when account like 'provider:%' then null else order_id end as "orderId",
      sum(amount_minor)::bigint as "amountMinor", min(posted_at) as since
    from ledger.posting join ledger.transaction made on made.id = posting.transaction_id
    where (account in ('receivable', 'disputes') or account like 'provider:%')
      and posted_at < ${before.toString()}::timestamptz
    group by 1, 2, 3 having sum(amount_minor) <> 0 order by 1, 2, 3`.execute(db);
  return rows.map((row) => ({ ...row, orderId: row.orderId ?? undefined }));
}

/** A transaction by what it moved on one account. */
export type PostedAmount = {
  readonly reference: string;
  readonly postedAt: Temporal.Instant;
  readonly currency: CurrencyCode;
  readonly amountMinor: bigint;
};

/** What transactions of a kind moved on an account, until right before a moment. For kinds of which there are few. */
export async function readPostedAmounts(
  db: Db,
  of: { readonly kind: TransactionKind; readonly account: AccountCode; readonly before: Temporal.Instant },
): Promise<PostedAmount[]> {
  const { rows } = await sql<PostedAmount>`
    select reference, posted_at as "postedAt", currency, sum(amount_minor)::bigint as "amountMinor"
    from ledger.transaction made join ledger.posting on made.id = posting.transaction_id
    where kind = ${of.kind} and account = ${of.account} and posted_at < ${of.before.toString()}::timestamptz
    group by made.id, currency order by made.id`.execute(db);
  return rows;
}
