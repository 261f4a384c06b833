-- Keys by which programs use the admin API. The key itself is shown once and never kept.
create schema access;

create table access.api_key (
  id uuid constraint api_key_pkey primary key,
  name text not null constraint api_key_name_is_short check (length(name) between 1 and 100),
  -- SHA-256 of the key. A plain hash is enough: the key is 256 random bits, there is nothing to guess.
  digest bytea not null constraint api_key_digest_is_unique unique check (length(digest) = 32),
  last_four text not null check (length(last_four) = 4),
  scopes text[] not null constraint api_key_has_scopes check (cardinality(scopes) between 1 and 100),
  created_at timestamptz not null,
  expires_at timestamptz constraint api_key_expires_later check (expires_at > created_at),
  -- To about a minute: a busy key would otherwise write at each request.
  last_used_at timestamptz,
  revoked_at timestamptz
);
