/**
 * SQL: transactions of the ledger that moved money at a provider, one row each. A lost dispute moves nothing at its provider:
 * it has that of the dispute's beginning.
 *
 * @param input.hasMarket whether a market is asked for: only then are their orders looked up
 */
export function movedMoney({ hasMarket }: { readonly hasMarket: boolean }): string {
  return `(
  with opened as (
    select reference, max(provider) as provider from moved
    where kind = 'dispute_opened' and provider <> 'bank' group by reference
  )
  select moved.* exclude (provider), ${hasMarket ? "ifnull(orders.market, '')" : 'null::varchar'} as market,
    case ifnull(moved.provider, opened.provider) when 'bank' then 'bank_transfer'
      else ifnull(moved.provider, opened.provider) end as provider
  from moved left join opened on moved.kind = 'dispute_lost' and opened.reference = moved.reference
    ${hasMarket ? 'left join orders on orders.order_id = moved.order_id' : ''}
)`;
}

export const MOVED = movedMoney({ hasMarket: true });
