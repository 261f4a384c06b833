-- What was answered to a request with an Idempotency-Key, so that the same request again has no second effect.
create table platform.idempotency_key (
  -- SHA-256 of who asked and the key: two callers may use the same key.
  digest bytea constraint idempotency_key_pkey primary key,
  -- SHA-256 of the request: another request with the key is refused.
  fingerprint bytea not null,
  -- None while the request is under way.
  status smallint,
  -- Sealed with the key itself, which is not kept: answers hold tokens and codes that are shown once.
  answer bytea,
  claimed_at timestamptz not null default now(),
  constraint idempotency_key_is_answered check ((status is null) = (answer is null))
);

create index idempotency_key_claimed_at on platform.idempotency_key (claimed_at);
