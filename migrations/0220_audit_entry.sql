-- Why: who changed what in the shop, when, from where, with before and after: to be searched, and altered by nobody.
-- Entries are only added to. Each is sealed a little later by one sealer in order, so that writers do not wait for each
-- other: a seal is a hash of the seal before it and of the entry (docs/decisions/0017).
create schema audit;

create table audit.entry (
  id uuid primary key,
  happened_at timestamptz not null,
  -- Asked and what came of it have it in common.
  attempt_id uuid not null,
  actor text not null,
  -- As they were called then.
  actor_name text not null,
  -- Of a member of staff, by which device they did it.
  session_id text not null,
  operation text not null,
  summary text not null,
  kind text not null,
  subject_id text not null,
  outcome text not null constraint known_outcome check (outcome in ('asked', 'done', 'refused', 'failed')),
  code text not null,
  ip text not null,
  user_agent text not null,
  differences jsonb not null,
  words tsvector not null generated always as (
    to_tsvector('simple', actor_name || ' ' || operation || ' ' || summary || ' ' || kind || ' ' || subject_id)
    || to_tsvector('simple', differences)) stored
);
create index entry_by_actor on audit.entry (actor, id desc);
create index entry_by_subject on audit.entry (kind, subject_id, id desc);
create index entry_by_operation on audit.entry (operation, id desc);
create index entry_by_outcome on audit.entry (outcome, id desc) where outcome <> 'done';
create index entry_by_word on audit.entry using gin (words);

create table audit.seal (
  position bigint primary key constraint seal_counts_from_one check (position > 0),
  entry_id uuid not null constraint sealed_once unique references audit.entry,
  hash bytea not null constraint seal_is_sha256 check (octet_length(hash) = 32)
);

-- What waits for its seal.
create table audit.unsealed (
  entry_id uuid primary key
);

create function audit.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is append-only';
end $$;
create trigger entry_append_only before update or delete or truncate on audit.entry
  for each statement execute function audit.refuse_change();
create trigger seal_append_only before update or delete or truncate on audit.seal
  for each statement execute function audit.refuse_change();
