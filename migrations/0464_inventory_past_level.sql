-- Why: what there was of goods before the shop's own movements begin is history, as orders from elsewhere are: no movement, and in no
-- book. Kept by change: what is not told of a day is as on the day before, from a variant's first row to its last one.
create table inventory.past_level (
  id bigint generated always as identity primary key,
  -- Whose history it is; what one origin tells is replaced as a whole.
  origin text not null constraint past_level_has_origin check (origin <> ''),
  variant_id uuid not null,
  -- In the shop's zone.
  day date not null,
  -- In the evening, over all places where it could be sold.
  on_hand int not null constraint past_level_not_below_zero check (on_hand >= 0),
  constraint past_level_once unique (variant_id, day)
);
create index past_level_of_origin on inventory.past_level (origin);
