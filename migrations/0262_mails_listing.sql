-- Staff look for what was written to an address, and for what did not go out.
create index mail_to on mails.mail (lower(recipient) text_pattern_ops, id);
create index mail_not_sent on mails.mail (state, id) where state in ('queued', 'failed');
