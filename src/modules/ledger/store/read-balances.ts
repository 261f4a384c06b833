import { sql } from 'kysely';
import type { CurrencyCode } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import { type AccountCode, accountOrder } from '../account.ts';

/** An account's sums in one currency. The balances of a currency sum to zero. */
export type Balance = {
  readonly account: AccountCode;
  readonly currency: CurrencyCode;
  readonly debitMinor: bigint;
  readonly creditMinor: bigint;
  /** debit - credit. */
  readonly balanceMinor: bigint;
};

/** Every account with postings, at the end of the instant `at` or now, in the order of the chart. */
export async function trialBalance(
  db: Db,
  { at }: { readonly at?: Temporal.Instant } = {},
): Promise<Balance[]> {
  const until =
    at === undefined
      ? sql``
      : sql`where transaction_id in (
          select id from ledger.transaction where posted_at <= ${at.toString()}::timestamptz)`;
  const { rows } = await sql<Balance>`
    select account, currency,
      coalesce(sum(amount_minor) filter (where amount_minor > 0), 0)::bigint as "debitMinor",
      coalesce(-sum(amount_minor) filter (where amount_minor < 0), 0)::bigint as "creditMinor",
      sum(amount_minor)::bigint as "balanceMinor"
    from ledger.posting ${until} group by account, currency`.execute(db);
  return rows.toSorted((a, b) => compare(a.currency, b.currency) || accountOrder(a.account, b.account));
}

/** What one account has in a currency, in all or of one order; debit is above zero. */
export async function accountBalance(
  db: Db,
  account: AccountCode,
  of: { readonly currency: CurrencyCode; readonly orderId?: string },
): Promise<bigint> {
  const ofOrder =
    of.orderId === undefined
      ? sql``
      : sql`and transaction_id in (select id from ledger.transaction where order_id = ${of.orderId}::uuid)`;
  const { rows } = await sql<{ sum: bigint }>`
    select coalesce(sum(amount_minor), 0)::bigint as sum from ledger.posting
    where account = ${account} and currency = ${of.currency} ${ofOrder}`.execute(db);
  return rows[0]?.sum ?? 0n;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
