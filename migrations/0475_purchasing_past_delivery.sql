-- Why: how suppliers delivered before the shop's own orders begin is history, as stock and sales from elsewhere are: no order, no
-- receipt, in no book. Of it lead times and scorecards are learned from the first day on.
create table purchasing.past_delivery (
  id bigint generated always as identity primary key,
  -- Whose history it is; what one origin tells is replaced as a whole.
  origin text not null constraint past_delivery_has_origin check (origin <> ''),
  supplier_id uuid not null references purchasing.supplier,
  -- The order it came of, as its origin calls it.
  reference text not null constraint past_delivery_has_reference check (reference <> ''),
  variant_id uuid not null,
  -- All in the shop's zone.
  ordered_on date not null,
  promised_on date,
  came_on date not null,
  ordered int not null constraint past_delivery_is_ordered check (ordered > 0),
  -- Good pieces; damaged and wrong ones beside them.
  received int not null constraint past_delivery_received check (received >= 0),
  flawed int not null constraint past_delivery_flawed check (flawed >= 0),
  -- What the good pieces were invoiced at, and what they come to by their list; minor units of their currency.
  paid_minor bigint,
  list_minor bigint,
  constraint past_delivery_priced check ((paid_minor is null) = (list_minor is null) and least(paid_minor, list_minor) >= 0),
  constraint past_delivery_came_after check (came_on >= ordered_on),
  constraint past_delivery_once unique (origin, supplier_id, reference, variant_id)
);
create index past_delivery_of_supplier on purchasing.past_delivery (supplier_id, ordered_on desc);
