-- Why: what spoils is sold first what spoils first, and what will not be sold in time is known while something can be done.
alter table purchasing.receipt_line
  -- As printed on the goods; null: they keep.
  add expires_on date;
create index receipt_line_expires on purchasing.receipt_line (expires_on) where expires_on is not null;
