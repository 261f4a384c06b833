-- Why: whether reports, sales journal and ledger say the same is checked every night, and whoever opens the overview sees
-- what came of it, also while the warehouse is away.
create schema analytics;

create table analytics.agreement (
  day date not null,
  -- '' of what the ledger has of an order that nobody knows.
  market text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  measure text not null check (measure in ('gross_sales', 'returns', 'tax', 'total_sales')),
  report_minor bigint not null,
  journal_minor bigint not null,
  ledger_minor bigint not null,
  checked_at timestamptz not null,
  primary key (day, market, currency, measure)
);
create index agreement_differences on analytics.agreement (day)
  where report_minor <> journal_minor or journal_minor <> ledger_minor;

-- Days that were checked, those on which nothing was sold among them.
create table analytics.checked_day (
  day date primary key,
  checked_at timestamptz not null
);
