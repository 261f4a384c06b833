-- Why: a supplier's minimum may be of pieces; what it makes of a need says so, and how many they are.
alter table replenishment.need drop constraint need_adjusted_check;
alter table replenishment.need add constraint need_adjusted_check
  check (adjusted in ('limited', 'filled', 'waits', 'filled_pieces', 'waits_pieces'));
