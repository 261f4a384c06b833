-- Why: who asks to be told when something sold out can be bought again is told once, in turn, and forgotten.
create schema waitlist;

-- Somebody waits for a variant. The row goes when they are told, leave, are erased, or after 180 days.
create table waitlist.wait (
  id uuid primary key,
  -- The order in which people asked.
  place bigint generated always as identity,
  variant_id uuid not null,
  email text not null check (length(email) between 3 and 254),
  -- Whose address this is known to be, so that it goes with them.
  customer_id uuid,
  -- Of the page on which they asked.
  market text not null,
  locale text not null,
  -- Opens the way out of every list that this address is on.
  leave_key text not null,
  asked_at timestamptz not null
);
create unique index waits_already on waitlist.wait (variant_id, lower(email));
create index wait_in_turn on waitlist.wait (variant_id, place);
create index wait_of_email on waitlist.wait (lower(email));
create index wait_of_customer on waitlist.wait (customer_id) where customer_id is not null;
create index wait_by_key on waitlist.wait (leave_key);
create index wait_by_age on waitlist.wait (asked_at);

-- That somebody was told, and not whom: for so long the piece is theirs to buy before the next is told.
create table waitlist.turn (
  id uuid primary key,
  variant_id uuid not null,
  told_at timestamptz not null
);
create index turn_of_variant on waitlist.turn (variant_id, told_at);
create index turn_by_age on waitlist.turn (told_at);
