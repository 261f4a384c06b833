-- Why: the people who work in the shop, what each may do, and how each proves who it is. Tokens and codes are kept as hashes, what must be read again is sealed: who reads a backup signs in as nobody.
create schema staff;

create table staff.member (
  id uuid primary key,
  name text not null constraint member_name_is_short check (length(name) between 1 and 100),
  email text not null,
  language text not null default 'en' check (language in ('en', 'de', 'fr', 'es')),
  theme text not null default 'auto' check (theme in ('light', 'dark', 'auto')),
  created_at timestamptz not null,
  -- Who has left stays by name, for the audit log and for notes.
  removed_at timestamptz
);
create unique index email_taken on staff.member (lower(email)) where removed_at is null;

-- Roles of the shop's own. The built-in ones are a table in the code (roles/built-in.ts).
create table staff.role (
  id uuid primary key,
  name text not null constraint role_name_is_short check (length(name) between 1 and 60),
  created_at timestamptz not null,
  changed_at timestamptz not null
);
create unique index role_name_taken on staff.role (lower(name));

create table staff.role_grant (
  role_id uuid not null references staff.role (id) on delete cascade,
  permission text not null,
  -- The most of one act, in the shop's first currency; null: as much as there is.
  limit_amount numeric(19, 4) constraint limit_is_not_below_zero check (limit_amount >= 0),
  primary key (role_id, permission)
);

create table staff.assignment (
  member_id uuid not null references staff.member (id) on delete cascade,
  -- The name of a built-in role, or the id of one of the shop's own.
  role text not null,
  primary key (member_id, role)
);
create index assignment_role on staff.assignment (role);

-- There is always somebody who may do everything. Whoever takes an owner away waits for others who do, and then counts.
create function staff.keep_an_owner() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtext('staff.owner'));
  if not exists (
    select from staff.assignment join staff.member on member.id = assignment.member_id
    where assignment.role = 'owner' and member.removed_at is null
  ) then
    raise exception 'a shop has an owner' using errcode = 'check_violation', constraint = 'last_owner';
  end if;
  return null;
end $$;
create trigger keep_an_owner after delete or update on staff.assignment
  for each row when (old.role = 'owner') execute function staff.keep_an_owner();
create trigger keep_an_owner after delete or update of removed_at on staff.member
  for each row when (old.removed_at is null) execute function staff.keep_an_owner();

create table staff.session (
  id uuid primary key,
  member_id uuid not null references staff.member (id) on delete cascade,
  token_hash bytea not null unique,
  -- The token before it was changed, good for moments: other tabs may be asking.
  former_hash bytea unique,
  former_until timestamptz,
  method text not null check (method in ('passkey', 'password', 'recovery_code', 'link')),
  ip text not null,
  user_agent text not null default '',
  created_at timestamptz not null,
  -- To about a minute.
  last_seen_at timestamptz not null,
  -- When its owner last proved again to be it.
  stepped_up_at timestamptz,
  revoked_at timestamptz
);
create index session_member on staff.session (member_id);
create index session_age on staff.session (created_at);

create table staff.passkey (
  id uuid primary key,
  member_id uuid not null references staff.member (id) on delete cascade,
  -- base64url, as browsers send it
  credential_id text not null constraint passkey_taken unique,
  public_key bytea not null,
  sign_count bigint not null,
  transports text[] not null default '{}',
  is_backed_up boolean not null,
  name text not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index passkey_member on staff.passkey (member_id);

create table staff.password (
  member_id uuid primary key references staff.member (id) on delete cascade,
  -- $argon2id$…
  hash text not null,
  changed_at timestamptz not null
);

create table staff.totp (
  member_id uuid primary key references staff.member (id) on delete cascade,
  sealed_secret text not null,
  -- The step of the last code that was taken: none is taken twice (RFC 6238, section 5.2).
  last_step bigint not null,
  added_at timestamptz not null
);

create table staff.recovery_code (
  member_id uuid not null references staff.member (id) on delete cascade,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (member_id, code_hash)
);

-- What a browser was asked and has not answered yet: a key to show, a code to type.
create table staff.challenge (
  token_hash bytea primary key,
  purpose text not null check (purpose in ('sign_in', 'code', 'register', 'step_up', 'welcome')),
  member_id uuid references staff.member (id) on delete cascade,
  -- Of WebAuthn; empty for a code.
  challenge text not null default '',
  -- Whose key is made at a welcome: the id that the member will have.
  handle uuid,
  tries int not null default 0,
  expires_at timestamptz not null
);
create index challenge_expiry on staff.challenge (expires_at);

-- Every way in by a link: the first owner, somebody invited, somebody who lost everything.
create table staff.invitation (
  id uuid primary key,
  kind text not null check (kind in ('first_owner', 'invited', 'recovery')),
  token_hash bytea not null unique,
  email text,
  roles text[] not null default '{}',
  -- Who lost everything.
  member_id uuid references staff.member (id) on delete cascade,
  invited_by uuid references staff.member (id) on delete set null,
  language text not null default 'en',
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  constraint invited_has_an_address check (kind <> 'invited' or email is not null),
  constraint recovery_has_a_member check ((kind = 'recovery') = (member_id is not null))
);
create unique index invitation_open on staff.invitation (lower(email))
  where kind = 'invited' and used_at is null and revoked_at is null;

-- Tries to sign in, for limits and to know a browser again; ninety days.
create table staff.sign_in_attempt (
  id uuid primary key,
  -- The address as it was typed, in lower case; empty for a passkey, which names nobody.
  account text not null,
  network text not null,
  -- The user agent without its version numbers.
  device text not null,
  outcome text not null default 'refused' check (outcome in ('refused', 'succeeded')),
  at timestamptz not null
);
create index sign_in_attempt_account on staff.sign_in_attempt (account, at);
create index sign_in_attempt_network on staff.sign_in_attempt (network, at);

-- What is written to the team. Not in the shop's mailbox, which many may read: who reads an invitation is in.
create table staff.mail (
  id uuid primary key,
  kind text not null,
  recipient text not null,
  language text not null,
  -- What it is written of, its link sealed; gone when it was sent.
  model jsonb,
  state text not null default 'queued' check (state in ('queued', 'sent', 'kept', 'failed')),
  failure text not null default '',
  created_at timestamptz not null,
  sent_at timestamptz
);
create index mail_age on staff.mail (created_at);
