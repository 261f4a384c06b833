-- Why: a promotion makes more of the days on which it runs, not of all days of its weeks.
-- Spans of days from the first day of the forecast on, with how many times as much is wanted on them.
alter table forecasting.forecast add column promoted jsonb not null default '[]';
