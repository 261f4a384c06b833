/**
 * A checksum of every posting with its transaction, as SQL that gives one text: `COUNT:SUM`. It does not depend on order, grows
 * with each posting, and costs one pass; MD5 because every PostgreSQL has it, and nobody is to be kept out by it.
 */
export const LEDGER_PROOF = {
  name: 'ledger',
  sql: `
    select count(*) || ':' || coalesce(sum(('x' || left(md5(concat_ws('|', made.kind, made.reference, made.order_id,
      extract(epoch from made.posted_at), posting.position, posting.account, posting.currency,
      posting.amount_minor)), 16))::bit(64)::bigint::numeric), 0)
    from ledger.posting join ledger.transaction made on made.id = posting.transaction_id`,
} as const;

/**
 * Every posting with its transaction, as a query for the proofs of those who keep what postings are made of: kind, reference,
 * order_id, account, currency, amount_minor.
 */
export const POSTED = `
  select made.kind, made.reference, made.order_id, posting.account, posting.currency, posting.amount_minor
  from ledger.posting join ledger.transaction made on made.id = posting.transaction_id`;
