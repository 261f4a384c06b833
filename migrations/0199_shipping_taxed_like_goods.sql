-- Why: where delivery shares the fate of the goods (VAT Directive 2006/112/EC, article 78 (b); Germany: UStAE 3.10 (6)), its tax is split by the goods' rates.
alter table shipping.method add column is_taxed_like_goods boolean not null default false;
