-- By what share the level of everything together may be off, as the last forecasts turned out: learnt with the effects.
alter table forecasting.run add column level_doubt double precision not null default 0
  check (level_doubt between 0 and 1);
