-- Why: what the shop writes must go out once, be seen as it was sent, and wait in a mailbox where no mail server is set up.
create schema mails;

create table mails.mail (
  id uuid primary key,
  kind text not null,
  locale text not null,
  recipient text not null,
  subject text not null,
  html text not null,
  text text not null,
  -- kept: written while the shop had no mail server, and not sent later, when it is no news.
  state text not null default 'queued' check (state in ('queued', 'kept', 'sent', 'failed')),
  attempts int not null default 0,
  failure text not null default '',
  order_id uuid,
  customer_id uuid,
  -- What it is about, once: `shipped:FULFILMENT`.
  dedupe_key text not null,
  created_at timestamptz not null,
  sent_at timestamptz,
  constraint already_written unique (dedupe_key),
  constraint sent_has_a_time check ((state = 'sent') = (sent_at is not null))
);
create index mail_of_order on mails.mail (order_id) where order_id is not null;
create index mail_of_customer on mails.mail (customer_id) where customer_id is not null;
create index mail_by_age on mails.mail (kind, created_at);
