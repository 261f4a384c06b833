-- Why: a report that is mailed shows its charts also where pictures from afar are not loaded: they travel inside the mail.
create table mails.picture (
  -- SHA-256 of its bytes: what goes to ten people is kept once.
  digest bytea primary key constraint digest_length check (length(digest) = 32),
  media_type text not null check (media_type in ('image/png')),
  bytes bytea not null
);

create table mails.mail_picture (
  mail_id uuid not null references mails.mail (id) on delete cascade,
  -- By which the HTML names it: `<img src="cid:…">` (RFC 2392).
  cid text not null check (cid ~ '^[a-z0-9-]+$'),
  digest bytea not null references mails.picture (digest),
  primary key (mail_id, cid)
);
create index mail_picture_digest on mails.mail_picture (digest);

-- Where whoever gets it by the thousand says stop with one press (RFC 8058); '' where it is about the person's own doings.
alter table mails.mail add column unsubscribe_url text not null default '';
