-- Why: what an edit takes off before it was paid lowers what is due; a refund may go over several payments, in part.

-- Credited by edits before it was paid: never taken, and so never given back.
alter table orders."order" add column reduced_minor bigint not null default 0 check (reduced_minor >= 0);
alter table orders."order" alter column due_minor set expression as (total_minor - credit_minor - reduced_minor);
alter table orders."order" add constraint order_due_within check (credit_minor + reduced_minor <= total_minor);

alter table orders.refund
  -- Beyond what is due, by a cheaper delivery or by a transfer of too much: it was never sold.
  add column overpaid_minor bigint not null default 0 check (overpaid_minor >= 0),
  -- Kept of the goods for diminished value (Directive 2011/83/EU, article 14 (2)); `goods_minor` is without it.
  add column deduction_minor bigint not null default 0 check (deduction_minor >= 0),
  add column deduction_reason text not null default '',
  -- Taken off what was still to be paid.
  add column reduced_minor bigint not null default 0 check (reduced_minor >= 0),
  -- Paid for the goods of an exchange.
  add column exchanged_minor bigint not null default 0 check (exchanged_minor >= 0),
  -- Granted as store credit in place of a payment whose provider would not.
  add column instead_minor bigint not null default 0 check (instead_minor >= 0),
  drop constraint refund_is_its_parts,
  add constraint refund_is_its_parts check (amount_minor > 0
    and amount_minor = goods_minor + delivery_minor + goodwill_minor + overpaid_minor
    and amount_minor = payment_minor + gift_card_minor + store_credit_minor + reduced_minor + exchanged_minor
      + instead_minor),
  add constraint refund_deduction_has_reason check ((deduction_minor = 0) = (deduction_reason = '')),
  drop constraint refund_state_check,
  -- `incomplete`: some of it went back, and a provider refused the rest: staff decide.
  add constraint refund_state_check check (state in ('pending', 'incomplete', 'done', 'refused'));

-- A refund that was refused in part goes over the same payment again: a call is its operation.
alter table orders.refund_call drop constraint refund_call_pkey, drop constraint refund_call_operation_id_key,
  add constraint refund_call_pkey primary key (operation_id);
create index refund_call_refund on orders.refund_call (refund_id);
