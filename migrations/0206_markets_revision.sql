-- Every price stands on the shop and its markets: whoever keeps them learns of a change by its revision.
create trigger shop_revise after insert or update or delete or truncate on markets.shop
  for each statement execute function platform.revise();
create trigger market_revise after insert or update or delete or truncate on markets.market
  for each statement execute function platform.revise();
