-- Why: places and channels with enough demand have their own, and a night reads and writes only what changed.
create table forecasting.part (
  variant_id uuid not null references forecasting.forecast (variant_id) on delete cascade,
  kind text not null check (kind in ('place', 'channel')),
  -- A location's id, or the origin of what was sold elsewhere; '' is this shop.
  part_id text not null check (length(part_id) <= 200),
  -- Of the variant's pieces of each week; those of a kind come to 1.
  shares double precision[] not null,
  -- Of the pieces of the first so many weeks together, as the part itself is expected to have them.
  means double precision[] not null,
  variances double precision[] not null,
  constraint one_part primary key (variant_id, kind, part_id),
  constraint part_weeks_belong_together check (
    cardinality(shares) = cardinality(variances) and cardinality(means) = cardinality(variances))
);

-- What is not made anew in a week keeps what its group was fitted by: what it says by itself need not be kept.
alter table forecasting.forecast
  drop constraint weeks_belong_together,
  drop column own_weeks, drop column own_variances, drop column own_reasons, drop column days_out,
  add column brand text,
  add constraint weeks_belong_together check (cardinality(variances) = cardinality(weeks));

-- '*' is the shop, '' what has no category. Factors: what each week of each variant of the group is multiplied by.
alter table forecasting.group_forecast add column factors double precision[] not null default '{}';
alter table forecasting.group_forecast alter column factors drop default;

-- What a run learnt of all goods together, for the nights of the same week.
alter table forecasting.run add column effects jsonb not null default '{}';
alter table forecasting.run alter column effects drop default;
