-- Why: the key of an address is worked out and not drawn, so that the link of an old mail works for ever and no address is
-- kept for it. Under this secret; one row.
create table waitlist.leave_secret (
  is_only boolean primary key default true check (is_only),
  secret bytea not null check (length(secret) = 32)
);
insert into waitlist.leave_secret (secret)
values (sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')));
