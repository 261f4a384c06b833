-- Why: what would have been is an estimate; whether a prediction held is judged with its error, unless the prediction was one of
-- the estimate itself.
alter table decisions.outcome
  add column is_error_foreseen boolean not null default false;
