-- Why: a budget, room and a supplier's minimum are of many needs together; what they make of each is kept with it, and said.
alter table replenishment.need
  add column adjusted text check (adjusted in ('limited', 'filled', 'waits')),
  add column adjusted_pieces int check (adjusted_pieces >= 0),
  add constraint adjusted_has_pieces check ((adjusted is null) = (adjusted_pieces is null));
