import { sql } from 'kysely';
import type { CurrencyCode } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import { POSTED, type TransactionKind } from '../../ledger/index.ts';
import { JOURNALED, JOURNALED_ACCOUNTS } from './journaled.ts';

const KINDS = Object.entries(JOURNALED).flatMap(([kind, journaled]) => (journaled ? [`'${kind}'`] : []));
const ACCOUNTS = JOURNALED_ACCOUNTS.map(([account]) => account);
const POSTED_SUMS = ACCOUNTS.map((account) => {
  const isOf = account === 'tax' ? `account like 'tax:%'` : `account = '${account}'`;
  return `coalesce(sum(amount_minor) filter (where ${isOf}), 0) as ${account}`;
});
const KEPT_SUMS = JOURNALED_ACCOUNTS.map(
  ([account, column, sign]) => `${sign} * sum(${column}) as ${account}`,
);
const all = (book: string) => ACCOUNTS.map((account) => `${book}.${account}`).join(', ');
const PARTS = ACCOUNTS.map((account) => `('${account}', kept.${account}, posted.${account})`);

/** Each transaction's rows beside its postings, account by account, where they are not the same. */
const DIFFERENT = `
  with posted as (
    select kind, reference, currency, ${POSTED_SUMS.join(', ')} from (${POSTED}) as posting
    where kind in (${KINDS.join(', ')}) and order_id is not null group by 1, 2, 3
  ), kept as (
    select ledger_kind as kind, ledger_reference as reference, currency, ${KEPT_SUMS.join(', ')}
    from orders.sales_entry group by 1, 2, 3
  )
  select kind, reference, currency, part.account, coalesce(part.kept, 0)::bigint as kept,
    coalesce(part.posted, 0)::bigint as posted
  from posted full join kept using (kind, reference, currency)
    cross join lateral (values ${PARTS.join(', ')}) as part (account, kept, posted)
  where (${all('kept')}) is distinct from (${all('posted')})
    and coalesce(part.kept, 0) <> coalesce(part.posted, 0)`;

/**
 * A checksum of every row, and how many accounts of how many transactions it does not agree with the ledger on: SQL that gives
 * one text, `COUNT:SUM:DIFFERENCES`. Independent of order; one pass over both books.
 */
export const SALES_PROOF = {
  name: 'sales journal',
  sql: `
    select (
      select count(*) || ':' || coalesce(sum(('x' || left(md5(concat_ws('|', kind, ledger_kind, ledger_reference, position,
        order_id, line_id, extract(epoch from posted_at), quantity, gross_minor, discount_minor, returns_minor,
        shipping_minor, gift_cards_minor, tax_minor, cost_minor, goodwill_minor, currency)), 16))::bit(64)::bigint::numeric), 0)
      from orders.sales_entry
    ) || ':' || (select count(*) from (${DIFFERENT}) as different)`,
} as const;

/** An account on which the journal and the ledger do not agree about a transaction. Debit above zero. */
export type JournalDifference = {
  readonly kind: TransactionKind;
  readonly reference: string;
  readonly currency: CurrencyCode;
  /** `tax` for those of all countries. */
  readonly account: string;
  readonly keptMinor: bigint;
  readonly postedMinor: bigint;
};

/** Where the sales journal does not say what the ledger does, at most `limit`; [] always. */
export async function journalDifferences(
  db: Db,
  { limit = 100 }: { readonly limit?: number } = {},
): Promise<JournalDifference[]> {
  const { rows } = await sql<JournalDifference>`
    select kind, reference, currency, account, kept as "keptMinor", posted as "postedMinor"
    from (${sql.raw(DIFFERENT)}) as different order by kind, reference, currency, account limit ${limit}`.execute(
    db,
  );
  return rows;
}
