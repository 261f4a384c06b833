-- Why: what comes back travels under a label, and a statement that fits no order is not kept for ever.

-- How it is to be sent: carrier, tracking number, an address or a file to print, or words.
alter table orders."return" add column label jsonb;

-- When name, e-mail address and words of a withdrawal that fits no order were erased.
alter table orders.withdrawal add column erased_at timestamptz;
create index withdrawal_unmatched on orders.withdrawal (submitted_at) where order_id is null and erased_at is null;
