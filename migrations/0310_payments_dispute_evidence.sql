-- Why: what was sent against a dispute can be seen again, with its files, by whoever looks at how it ended.

-- A file that waits to be sent, or was: kept in the file store under its dispute, the same content once.
create table payments.evidence_file (
  id uuid primary key,
  dispute_id uuid not null references payments.dispute (id),
  -- SHA-256, in hex.
  digest text not null,
  file_key text not null,
  name text not null,
  type text not null check (type in ('application/pdf', 'image/jpeg', 'image/png')),
  bytes int not null check (bytes > 0),
  actor text not null,
  at timestamptz not null,
  constraint evidence_file_once unique (dispute_id, digest)
);
create index evidence_file_at on payments.evidence_file (at);

create table payments.dispute_evidence (
  id uuid primary key,
  dispute_id uuid not null references payments.dispute (id),
  -- Of texts and files: the same again is the same call.
  digest text not null,
  -- As it went out, with names and addresses in it; nothing once it was erased.
  texts jsonb,
  -- [{ fileId, kind, name, type, bytes, digest, fileKey }]
  files jsonb not null,
  actor text not null,
  at timestamptz not null,
  erased_at timestamptz,
  constraint dispute_evidence_once unique (dispute_id, digest),
  constraint dispute_evidence_erased check ((erased_at is null) = (texts is not null))
);

-- Append-only but for one thing: people's names go when nobody can come back to the dispute any more.
create function payments.refuse_changed_evidence() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.erased_at is null and new.erased_at is not null and new.files = '[]'
    and (new.id, new.dispute_id, new.digest, new.actor, new.at)
      = (old.id, old.dispute_id, old.digest, old.actor, old.at) then
    return new;
  end if;
  raise exception 'evidence stays as it was sent until it is erased as a whole';
end $$;
create trigger dispute_evidence_kept before update or delete on payments.dispute_evidence
  for each row execute function payments.refuse_changed_evidence();
create trigger dispute_evidence_kept_whole before truncate on payments.dispute_evidence
  for each statement execute function payments.refuse_changed_evidence();

-- What the test provider was sent.
create table payments.test_evidence (
  idempotency_key text primary key,
  reference text not null,
  -- [{ kind, name, type, bytes, digest }]
  files jsonb not null,
  texts jsonb not null,
  at timestamptz not null
);
create index test_evidence_reference on payments.test_evidence (reference);
