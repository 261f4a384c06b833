-- Why: what an order comes to beyond what was paid is paid by attempts of its own, which no earlier payment answers for.
alter table payments.payment add column supplement_id uuid;
