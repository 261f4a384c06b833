-- Why: what is sold out and on its way may say when it is back, where the shop has decided so, and no earlier than its supplier is usually late.
alter table inventory.policy add column tells_return boolean not null default false;
alter table inventory.incoming add column late_days int not null default 0 check (late_days between 0 and 365);
