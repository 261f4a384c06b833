-- Why: what a policy promises is drawn to what came of such promises, learned each week of the shop's own past.
create table replenishment.experience (
  is_one boolean primary key default true check (is_one),
  factor_millionths integer not null check (factor_millionths between 1 and 100000000),
  variants integer not null check (variants > 0),
  learned_at timestamptz not null
);
