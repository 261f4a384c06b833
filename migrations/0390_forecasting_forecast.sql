-- Why: what will be wanted of every variant, kept as its distribution, so that ordering does not have to work it out.
create schema forecasting;

create table forecasting.forecast (
  variant_id uuid primary key,
  product_id uuid not null,
  -- As the catalogue called it when the forecast was made, for lists.
  title text not null,
  options text not null,
  sku text not null,
  category text not null,
  words tsvector not null,
  demand_class text not null check (demand_class in
    ('smooth', 'erratic', 'intermittent', 'lumpy', 'new', 'dead', 'never_sold')),
  method text not null check (length(method) between 1 and 40),
  is_enough boolean not null,
  -- A Monday: the first day that is forecast. Weeks are those of ISO 8601.
  first_day date not null check (extract(isodow from first_day) = 1),
  -- Pieces of each week as they fit category and shop, and the variance of the first so many weeks together.
  weeks double precision[] not null,
  variances double precision[] not null,
  -- The same, with reasons, by the variant's own past alone: what need not be made again while that is the same.
  own_weeks double precision[] not null,
  own_variances double precision[] not null,
  own_reasons jsonb not null,
  days_out int not null,
  -- What a piece cost last, in minor units; 0: not known.
  price double precision not null,
  -- Monday to Sunday; their sum is 1.
  weekdays double precision[] not null,
  -- Pieces of the weeks behind, the latest last; null where it was out of stock.
  history double precision[] not null,
  reasons jsonb not null,
  -- Shares of pieces by place and by where they are sold.
  places jsonb not null,
  channels jsonb not null,
  fingerprint text not null,
  -- What lists are sorted by: of the next 4 and 13 weeks, and of the past as it would have been forecast.
  next_4 double precision not null,
  next_4_low double precision not null,
  next_4_high double precision not null,
  next_13 double precision not null,
  next_13_low double precision not null,
  next_13_high double precision not null,
  bias double precision,
  error double precision,
  coverage double precision,
  flags text[] not null,
  made_at timestamptz not null,
  constraint weeks_belong_together check (
    cardinality(own_weeks) = cardinality(weeks) and cardinality(variances) = cardinality(weeks)
    and cardinality(own_variances) = cardinality(weeks)),
  constraint seven_weekdays check (cardinality(weekdays) = 7)
);
create index forecast_words on forecasting.forecast using gin (words);
create index forecast_category on forecasting.forecast (category);
create index forecast_next on forecasting.forecast (next_13 desc, variant_id);

-- How each method would have forecast the weeks behind, from before them.
create table forecasting.accuracy (
  variant_id uuid not null,
  method text not null,
  is_chosen boolean not null,
  -- Weeks that were forecast.
  weeks int not null check (weeks > 0),
  mean_error double precision not null,
  scaled_error double precision,
  bias double precision,
  quantile_loss double precision not null,
  -- How many of the weeks were at or below the quantile: by its probability.
  hits jsonb not null,
  constraint one_accuracy primary key (variant_id, method)
);

-- The shop ('') and its categories as a whole: what their variants are made to add up to.
create table forecasting.group_forecast (
  category text primary key,
  first_day date not null,
  weeks double precision[] not null,
  history double precision[] not null,
  -- Effects of months, price and promotions that its variants share.
  effects jsonb not null
);

create table forecasting.adjustment (
  id uuid primary key,
  scope text not null check (scope in ('variant', 'category', 'shop')),
  -- The variant's id or the category's path; '' of the shop.
  scope_id text not null check (length(scope_id) <= 500),
  from_day date not null,
  to_day date not null,
  -- How many times as much, or so many pieces more (below zero: less) over all of its days.
  factor double precision check (factor between 0 and 100),
  pieces double precision check (pieces between -1000000 and 1000000 and pieces <> 0),
  reason text not null check (length(reason) between 1 and 500),
  made_by text not null,
  made_at timestamptz not null,
  undone_by text,
  undone_at timestamptz,
  -- What its days were expected to come to when it was made, without it and with it; what they came to, when they are over.
  expected_without double precision not null,
  expected_with double precision not null,
  actual double precision,
  constraint adjustment_has_days check (to_day between from_day and from_day + 370),
  constraint factor_or_pieces check ((factor is null) <> (pieces is null)),
  constraint shop_has_no_id check ((scope = 'shop') = (scope_id = '')),
  constraint undone_by_somebody check ((undone_by is null) = (undone_at is null))
);
create index adjustment_of on forecasting.adjustment (scope, scope_id, to_day) where undone_at is null;
create index adjustment_by_age on forecasting.adjustment (made_at desc, id desc);

create table forecasting.run (
  id bigint generated always as identity primary key,
  began_at timestamptz not null,
  ended_at timestamptz not null,
  first_day date not null,
  items int not null,
  -- Worked out anew: the others had the same history as before.
  made int not null,
  started_by text not null
);
