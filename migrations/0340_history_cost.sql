-- Why: orders from elsewhere may say what a piece cost the shop, so that margins reach as far back as sales.
alter table history.line
  -- Millionths of the currency's unit, of one piece; null where the file does not say it.
  add column unit_cost bigint check (unit_cost >= 0);
