-- Why: an export names pictures as the merchant's files did (address or file name), as an asset's id means nothing in
-- another shop.
create table exchange.asset_source (
  asset_id uuid primary key,
  source text not null
);
