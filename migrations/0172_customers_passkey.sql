-- Why: a passkey signs in without a code and cannot be given away to a false shop (WebAuthn level 3).
create table customers.passkey (
  id uuid primary key,
  customer_id uuid not null references customers.customer (id) on delete cascade,
  -- Which customer the key was made for: the key says so, also after a merge.
  user_handle uuid not null,
  -- base64url, as browsers send it
  credential_id text not null,
  public_key bytea not null,
  sign_count bigint not null,
  transports text[] not null default '{}',
  is_backed_up boolean not null,
  name text not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  constraint passkey_taken unique (credential_id)
);
create index passkey_customer on customers.passkey (customer_id, created_at);

create table customers.passkey_challenge (
  -- SHA-256 of the token that the browser holds
  token_hash bytea primary key,
  purpose text not null check (purpose in ('register', 'sign_in')),
  -- Who registers; null for signing in
  customer_id uuid references customers.customer (id) on delete cascade,
  challenge text not null,
  expires_at timestamptz not null,
  constraint passkey_challenge_owner check ((purpose = 'register') = (customer_id is not null))
);
create index passkey_challenge_expiry on customers.passkey_challenge (expires_at);
