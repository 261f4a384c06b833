-- Why: what is worth doing is proposed in money, decided by a person or within a mandate, done, and scored afterwards.
create schema decisions;

create table decisions.decision (
  id uuid primary key,
  version bigint not null default 1,
  kind text not null check (kind ~ '^[a-z][a-z_]{1,39}$'),
  subject_type text not null check (subject_type in ('variant', 'product', 'promotion', 'purchase_order', 'supplier')),
  subject_id text not null check (length(subject_id) between 1 and 200),
  subject_label text not null check (length(subject_label) <= 300),
  -- Who it is bought from; '' where that does not matter.
  supplier text not null default '' check (length(supplier) <= 200),
  -- As the kind's schema takes it; money is text of minor units.
  proposal jsonb not null,
  fields jsonb not null,
  evidence jsonb not null,
  -- What the realised value is worked out from, as it was known when it was proposed.
  basis jsonb not null,
  risk jsonb not null,
  value_minor bigint not null,
  low_minor bigint not null,
  high_minor bigint not null,
  confidence double precision not null check (confidence > 0 and confidence < 1),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  horizon_days int not null check (horizon_days between 1 and 730),
  counterfactual text not null,
  wait_cost_minor bigint not null,
  reversibility text not null check (reversibility in ('reversible', 'until_sent', 'irreversible')),
  proposed_by text not null,
  proposed_at timestamptz not null,
  state text not null check (state in
    ('proposed', 'edited', 'approved', 'applied', 'undone', 'rejected', 'expired', 'failed')),
  -- The same for the same facts.
  fingerprint text not null check (length(fingerprint) between 1 and 200),
  expires_at timestamptz not null,
  supersedes uuid,
  -- Fields that somebody had changed in the one that it took the place of.
  carried jsonb not null default '[]',
  applied_at timestamptz,
  -- 'mark_down@3'; '' where a person approved it.
  mandate text not null default '',
  -- What it moved, in the shop's currency: what a mandate's week is counted by.
  amount_minor bigint not null,
  applied jsonb,
  failure jsonb,
  constraint interval_in_order check (low_minor <= value_minor and value_minor <= high_minor),
  constraint applied_has_a_moment check ((state in ('applied', 'undone')) = (applied_at is not null))
);
-- Never two for the same at once.
create unique index one_open_decision on decisions.decision (kind, subject_type, subject_id)
  where state in ('proposed', 'edited', 'approved', 'failed');
create index decision_open on decisions.decision (state, expires_at)
  where state in ('proposed', 'edited', 'approved', 'failed');
create index decision_of_subject on decisions.decision (kind, subject_type, subject_id, id desc);
create index decision_by_mandate on decisions.decision (kind, applied_at) where mandate <> '';
create index decision_applied on decisions.decision (applied_at desc, id desc) where applied_at is not null;

-- Every transition, with who and why; it is only added to.
create table decisions.step (
  id bigint generated always as identity primary key,
  decision_id uuid not null references decisions.decision (id),
  from_state text,
  to_state text not null,
  done_by text not null,
  done_at timestamptz not null,
  -- A person's words, or a key.
  why text not null default '' check (length(why) <= 1000)
);
create index step_of_decision on decisions.step (decision_id, id);

-- What came of it, once.
create table decisions.outcome (
  decision_id uuid primary key references decisions.decision (id),
  kind text not null,
  model_version text not null,
  scored_at timestamptz not null,
  -- Absent: there were not enough data, and why.
  value_minor bigint,
  low_minor bigint,
  high_minor bigint,
  method text not null default '',
  figures jsonb not null default '[]',
  why text not null default '',
  constraint a_value_or_a_reason check ((value_minor is null) = (why <> '')
    and (value_minor is null) = (low_minor is null) and (value_minor is null) = (high_minor is null))
);
create index outcome_of_kind on decisions.outcome (kind, scored_at);

-- When each kind last looked, and why it could not: a kind that fails stops no other, and is seen.
create table decisions.look (
  kind text primary key,
  looked_at timestamptz not null,
  found int not null,
  failed_at timestamptz,
  failure text not null default ''
);
