-- Why: what advertising cost is known to those who sold it alone; sales and visits are weighed against it by day and campaign.
alter table history.import drop constraint import_kind_check;
alter table history.import add constraint import_kind_check check (kind in ('orders', 'traffic', 'spend'));

create table history.spend (
  id bigint generated always as identity primary key,
  import_id int not null references history.import (id),
  -- Of the file, counted from 1.
  line int not null,
  -- As the advertiser's account counts days.
  day date not null,
  -- As links of the campaign say them (utm_source, utm_medium, utm_campaign), so that visits are of it; '' where nothing is said.
  source text not null,
  medium text not null,
  campaign text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  -- Millionths of the currency's unit; what is given back is below zero.
  amount bigint not null,
  clicks bigint not null check (clicks >= 0),
  impressions bigint not null check (impressions >= 0)
);
create index spend_import on history.spend (import_id);
create index spend_day on history.spend (day);
