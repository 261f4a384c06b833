import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { Posting } from '../account.ts';
import type { Transaction, TransactionKind } from '../transaction.ts';

export type TransactionKey = { readonly kind: TransactionKind; readonly reference: string };

/**
 * Writes those that are not there yet, all in one statement; returns which were written. Of new ones none is there: one
 * that is, is refused.
 */
export async function insertTransactions(
  tx: Tx,
  transactions: readonly Transaction[],
  { isNew = false }: { readonly isNew?: boolean } = {},
): Promise<TransactionKey[]> {
  const postings = transactions.flatMap((transaction, number) =>
    transaction.postings.map((posting, position) => ({ ...posting, number, position })),
  );
  const { rows } = await sql<TransactionKey>`
    with given as (
      select * from unnest(
        ${transactions.map((_, number) => number)}::int[], ${transactions.map((one) => one.kind)}::text[],
        ${transactions.map((one) => one.reference)}::text[],
        ${transactions.map((one) => one.orderId ?? null)}::uuid[],
        ${transactions.map((one) => one.memo ?? '')}::text[],
        ${transactions.map((one) => one.now.toString())}::timestamptz[]
      ) as given (number, kind, reference, order_id, memo, posted_at)
    ), made as (
      insert into ledger.transaction (kind, reference, order_id, memo, posted_at)
      select kind, reference, order_id, memo, posted_at from given order by number
      ${isNew ? sql`` : sql`on conflict (kind, reference) do nothing`} returning id, kind, reference
    ), posted as (
      insert into ledger.posting (transaction_id, position, account, currency, amount_minor)
      select made.id, part.position, part.account, part.currency, part.amount_minor
      from made join given using (kind, reference) join unnest(
        ${postings.map((one) => one.number)}::int[], ${postings.map((one) => one.position)}::smallint[],
        ${postings.map((one) => one.account)}::text[], ${postings.map((one) => one.currency)}::text[],
        ${postings.map((one) => one.amountMinor)}::bigint[]
      ) as part (number, position, account, currency, amount_minor) using (number)
    )
    select kind, reference from made`.execute(tx);
  return rows;
}

/** The postings of one transaction in their order, or `undefined` where there is none. */
export async function postingsOf(
  db: Db,
  { kind, reference }: TransactionKey,
): Promise<Posting[] | undefined> {
  const { rows } = await sql<{ id: bigint } & { [Name in keyof Posting]: Posting[Name] | null }>`
    select transaction.id, posting.account, posting.currency, posting.amount_minor as "amountMinor"
    from ledger.transaction left join ledger.posting on posting.transaction_id = transaction.id
    where transaction.kind = ${kind} and transaction.reference = ${reference} order by posting.position`.execute(
    db,
  );
  if (rows.length === 0) return undefined;
  return rows.flatMap(({ account, currency, amountMinor }) => {
    return account === null || currency === null || amountMinor === null
      ? []
      : [{ account, currency, amountMinor }];
  });
}
