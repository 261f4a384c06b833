-- Why: each sale asked seven times whether its own transaction is there, and locked its row seven times. Postings come
-- with their transaction in one statement and neither is ever changed or removed, so that one question a statement is
-- the same promise: the trigger asks it with the two that it asks already.
alter table ledger.posting drop constraint posting_transaction_id_fkey;

create or replace function ledger.refuse_unbalanced() returns trigger language plpgsql as $$
declare
  wrong record;
begin
  select sums.* into wrong from (
    select transaction_id, sum(amount_minor) as sum, min(min(position)) over (partition by transaction_id) as first
    from written group by transaction_id, currency
  ) as sums
  left join ledger.transaction made on made.id = sums.transaction_id
  where sums.sum <> 0 or sums.first <> 0 or made.id is null
  limit 1;
  if not found then
    return null;
  elsif wrong.sum <> 0 then
    raise exception 'the postings of a transaction sum to zero in each currency'
      using errcode = 'check_violation', constraint = 'posting_balanced';
  elsif wrong.first <> 0 then
    raise exception 'a transaction is posted as a whole'
      using errcode = 'check_violation', constraint = 'posting_whole';
  else
    raise exception 'a posting belongs to a transaction'
      using errcode = 'foreign_key_violation', constraint = 'posting_of_transaction';
  end if;
end $$;
