-- Why: where more is due at another address than was paid, the shopper has to agree first (Directive 2011/83/EU, article 8 (2)).
create table orders.address_change (
  id uuid primary key,
  order_id uuid not null references orders."order" (id),
  state text not null default 'proposed'
    check (state in ('proposed', 'applied', 'declined', 'expired', 'withdrawn')),
  -- Where the order goes as long as nothing comes of it, and where it is to go.
  old_address jsonb not null,
  address jsonb not null,
  -- Lines, delivery, taxes and totals as they are proposed: nothing is computed again when they are applied.
  agreement jsonb not null,
  old_total_minor bigint not null,
  total_minor bigint not null,
  difference_minor bigint not null,
  proposed_by text not null,
  proposed_at timestamptz not null,
  expires_at timestamptz not null,
  -- A payment of the difference was begun: what becomes of it has to be seen to the end.
  begun_at timestamptz,
  ended_at timestamptz,
  ended_by text not null default '',
  -- Why it was not possible any more, where that ended it.
  ended_because text not null default '',
  -- What paid it; every other payment of it goes back.
  payment_id uuid,
  -- Nothing of its payments is left to give back.
  settled_at timestamptz,
  -- A provider would not give something back: how often, why, and when it is asked again.
  return_refused integer not null default 0,
  return_refusal text not null default '',
  return_again_at timestamptz,
  -- The last line of the order's timeline with which it was found to be possible still.
  looked_event bigint not null default 0,
  constraint address_change_is_more check (difference_minor > 0 and total_minor = old_total_minor + difference_minor),
  constraint address_change_expires_after check (expires_at > proposed_at),
  constraint address_change_ended check ((state = 'proposed') = (ended_at is null)),
  constraint address_change_paid check ((state = 'applied') = (payment_id is not null))
);
create index address_change_of_order on orders.address_change (order_id, proposed_at);
-- One that is open an order: what is agreed to is never two things.
create unique index already_proposed on orders.address_change (order_id) where state = 'proposed';
create index address_change_expiring on orders.address_change (expires_at) where state = 'proposed';
create index address_change_unsettled on orders.address_change (ended_at)
  where ended_at is not null and begun_at is not null and settled_at is null;
create index address_change_stuck on orders.address_change (ended_at)
  where ended_at is not null and return_refused > 0 and settled_at is null;
