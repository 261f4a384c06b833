-- Why: a redirect that leads to an address that is itself redirected is followed once, when it is written.
alter table content.redirect add column target_path text not null default '';
comment on column content.redirect.target_path is 'the target as an address that redirects are looked up by';
update content.redirect set target_path = lower(target);
create index redirect_target_path on content.redirect (target_path);
