-- Why: staff find any order of a million at once: by its number, its buyer, what is in it, its parcel, and by where it stands.

alter table orders."order"
  -- Where its money stands, and where its goods do: two words that follow from the facts, for lists and their filters.
  add column payment_state text not null generated always as (case
    when cancelled_at is not null and captured_minor = 0 then 'voided'
    when refunded_minor > 0 and refunded_minor >= total_minor - reduced_minor then 'refunded'
    when refunded_minor > 0 then 'partly_refunded'
    when captured_minor >= total_minor - credit_minor - reduced_minor then 'paid'
    when captured_minor > 0 then 'partly_paid'
    when authorized_minor > 0 then 'authorized'
    else 'pending' end) stored,
  -- `open` and `partly_fulfilled`: somebody has to send something. `none`: nothing is owed, or not yet.
  add column fulfilment_state text not null generated always as (case
    when quantity > 0 and returned_quantity >= quantity then 'returned'
    when quantity > 0 and delivered_quantity >= quantity then 'delivered'
    when quantity > 0 and fulfilled_quantity >= quantity then 'fulfilled'
    when quantity = 0 or paid_at is null or cancelled_at is not null
      or (refunded_minor > 0 and refunded_minor >= total_minor - reduced_minor) then 'none'
    when fulfilled_quantity > 0 then 'partly_fulfilled'
    else 'open' end) stored,
  add column country text not null generated always as (
    coalesce(shipping_address ->> 'country', billing_address ->> 'country', '')) stored,
  -- Done with: it is out of the lists that people work through, and nothing else.
  add column archived_at timestamptz;

-- Listed in the order in which they were placed, which is not that of their ids where orders were brought in.
drop index orders.order_by_state;
create index order_by_state on orders."order" (state, placed_at, id);
create index order_placed on orders."order" (placed_at, id);
create index order_unarchived on orders."order" (placed_at, id) where archived_at is null;
create index order_by_payment_state on orders."order" (payment_state, placed_at, id);
create index order_by_fulfilment_state on orders."order" (fulfilment_state, placed_at, id);
create index order_by_country on orders."order" (country, placed_at, id);
create index order_by_total on orders."order" (currency, total_minor, id);
create index order_by_name on orders."order" (lower(customer_name));
create index order_by_last_name on orders."order" (lower(regexp_replace(customer_name, '^.* ', '')));
create index line_sku on orders.line (lower(sku), order_id) where sku is not null;
create index fulfilment_tracking on orders.fulfilment (lower(tracking_number)) where tracking_number <> '';

create index event_note on orders.event (order_id) where kind = 'note';
create index event_declined on orders.event (order_id) where kind = 'payment_failed';
create index return_open on orders."return" (order_id) where state in ('requested', 'approved');
create index refund_to_finish on orders.refund (requested_at) where state = 'incomplete';
create index exchange_open on orders.exchange (id) where state = 'open';

-- Words that staff put on orders, to find them again.
create table orders.order_tag (
  tag text not null check (tag ~ '^\S(.{0,38}\S)?$'),
  order_id uuid not null references orders."order" (id),
  primary key (tag, order_id)
);
create index order_tag_order on orders.order_tag (order_id);

-- Members of staff whom a note names: another module's, so without a constraint.
create table orders.mention (
  event_id bigint not null references orders.event (id),
  member_id uuid not null,
  order_id uuid not null references orders."order" (id),
  at timestamptz not null,
  seen_at timestamptz,
  primary key (event_id, member_id)
);
create index mention_unseen on orders.mention (member_id, at) where seen_at is null;
