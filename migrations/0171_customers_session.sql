-- Why: a shopper proves an e-mail address by a code, once, and is then known to one browser until signed out.
-- Tokens are kept as SHA-256 only: who reads the database or a backup cannot sign in with what is in it.
create table customers.sign_in_code (
  id uuid primary key,
  -- The browser that asked holds the challenge; the code is worth nothing without it.
  challenge_hash bytea not null unique,
  -- Of challenge and code together.
  code_hash bytea not null,
  purpose text not null check (purpose in ('sign_in', 'change_email')),
  -- Whose address is to change; null for signing in.
  customer_id uuid references customers.customer (id) on delete cascade,
  email text not null,
  network text not null,
  tries int not null default 0,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint sign_in_code_owner check ((purpose = 'change_email') = (customer_id is not null)),
  constraint sign_in_code_tries check (tries <= 5)
);
create index sign_in_code_email on customers.sign_in_code (lower(email), created_at);
create index sign_in_code_network on customers.sign_in_code (network, created_at);
create index sign_in_code_age on customers.sign_in_code (created_at);

create table customers.session (
  id uuid primary key,
  customer_id uuid not null references customers.customer (id) on delete cascade,
  token_hash bytea not null unique,
  -- The token before the last change, good for another minute: two tabs may answer at once.
  former_hash bytea unique,
  former_until timestamptz,
  method text not null check (method in ('code', 'passkey')),
  network text not null,
  user_agent text not null default '',
  created_at timestamptz not null,
  renewed_at timestamptz not null,
  expires_at timestamptz not null
);
create index session_customer on customers.session (customer_id);
create index session_expiry on customers.session (expires_at);
