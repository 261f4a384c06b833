-- Why: hundreds of decisions over a few euros each hide those that matter: what is too small is counted, not put to anybody.
alter table decisions.setting
  -- Of the shop's currency; null: what is usual in it.
  add column attention_minor bigint check (attention_minor >= 0);
alter table decisions.look
  add column left_out int not null default 0 check (left_out >= 0),
  -- What those would bring together.
  add column left_out_minor bigint not null default 0;
