-- Why: a purchase order goes to its supplier as a file in the mail.
create table mails.mail_file (
  mail_id uuid not null references mails.mail (id) on delete cascade,
  name text not null check (name ~ '^[A-Za-z0-9._-]{1,100}$'),
  media_type text not null check (media_type = 'application/pdf'),
  bytes bytea not null check (length(bytes) <= 5000000),
  primary key (mail_id, name)
);
