-- Why: what nobody knows the cost of is not valued as if it were free; it is named, so that somebody says what it costs.
alter table decisions.look
  add column cost_unknown int not null default 0 check (cost_unknown >= 0),
  -- The first of them: [{"type": "variant", "id": …, "label": …}].
  add column cost_unknown_of jsonb not null default '[]';
