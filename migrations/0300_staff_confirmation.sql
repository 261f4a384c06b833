-- Why: above which amount of one act that gives money back a member confirms once more that it is they. Each shop says it.
create table staff.confirmation (
  only_one boolean primary key default true check (only_one),
  -- In the shop's first currency, as the limits of roles are.
  refunds_above numeric(19, 4) not null constraint confirmation_is_not_below_zero check (refunds_above >= 0)
);
