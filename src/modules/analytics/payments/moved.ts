/**
 * SQL: transactions of the ledger that moved money at a provider, one row each: what was received, kept, disputed. A lost
 * dispute moves nothing at its provider: it has that of the dispute's beginning.
 */
export const MOVED = `(
  with part as (
    select transaction_id, currency, any_value(kind) as kind, any_value(reference) as reference,
      any_value(order_id) as order_id, any_value(day) as day,
      max(account) filter (account like 'provider:%' or account = 'bank') as account,
      ifnull(-sum(amount_minor) filter (account = 'receivable'), 0) as received_minor,
      ifnull(sum(amount_minor) filter (account = 'fees'), 0) as fee_minor,
      ifnull(abs(sum(amount_minor) filter (account = 'disputes')), 0) as disputed_minor
    from posting where kind in ('capture', 'fee', 'dispute_opened', 'dispute_won', 'dispute_lost')
    group by transaction_id, currency
  ), opened as (
    select reference, max(account) as account from posting
    where kind = 'dispute_opened' and account like 'provider:%' group by reference
  )
  select part.* exclude (account), ifnull(orders.market, '') as market,
    case ifnull(part.account, opened.account) when 'bank' then 'bank_transfer'
      else replace(ifnull(part.account, opened.account), 'provider:', '') end as provider
  from part left join opened on part.kind = 'dispute_lost' and opened.reference = part.reference
    left join orders on orders.order_id = part.order_id
)`;
