-- Why: visits are counted with nothing on the visitor's device, unless the shop has decided to ask for more.
create table markets.privacy (
  id int primary key default 1 check (id = 1),
  analytics text not null constraint privacy_analytics_mode check (analytics in ('cookieless', 'ask'))
);
