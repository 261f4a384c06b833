import { sql } from 'kysely';
import type { CurrencyCode } from '../../../kernel/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { AgreedMeasure, AgreementRow } from './agreement.ts';

type Days = { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate };

/** Keeps what a check of these days found, in place of what one before it did. */
export async function keepAgreement(
  tx: Tx,
  { from, to }: Days,
  rows: readonly AgreementRow[],
  now: Temporal.Instant,
): Promise<void> {
  const at = now.toString();
  await sql`delete from analytics.agreement where day between ${from.toString()}::date and ${to.toString()}::date`.execute(
    tx,
  );
  await sql`
    insert into analytics.agreement (day, market, currency, measure, report_minor, journal_minor, ledger_minor, checked_at)
    select given.*, ${at}::timestamptz from unnest(
      ${rows.map(({ day }) => day.toString())}::date[], ${rows.map(({ market }) => market)}::text[],
      ${rows.map(({ currency }) => currency)}::text[], ${rows.map(({ measure }) => measure)}::text[],
      ${rows.map(({ reportMinor }) => reportMinor)}::bigint[],
      ${rows.map(({ journalMinor }) => journalMinor)}::bigint[],
      ${rows.map(({ ledgerMinor }) => ledgerMinor)}::bigint[]) as given`.execute(tx);
  await sql`
    insert into analytics.checked_day (day, checked_at)
    select day::date, ${at}::timestamptz from generate_series(${from.toString()}::date, ${to.toString()}::date, '1 day') as day
    on conflict (day) do update set checked_at = excluded.checked_at`.execute(tx);
}

/** A day that was checked, with what differs on it. */
export type CheckedDay = {
  readonly day: Temporal.PlainDate;
  readonly checkedAt: Temporal.Instant;
  readonly differences: readonly AgreementRow[];
};

/** The days of a span that were checked, the latest first. */
export async function readAgreement(db: Db, { from, to }: Days): Promise<CheckedDay[]> {
  const { rows } = await sql<DayRow>`
    select checked.day, checked.checked_at as "checkedAt", market, currency, measure, report_minor as "reportMinor",
      journal_minor as "journalMinor", ledger_minor as "ledgerMinor"
    from analytics.checked_day checked left join analytics.agreement found on found.day = checked.day
      and (report_minor <> journal_minor or journal_minor <> ledger_minor)
    where checked.day between ${from.toString()}::date and ${to.toString()}::date
    order by checked.day desc, market, currency, measure`.execute(db);
  const days = Map.groupBy(rows, ({ day }) => day.toString());
  return [...days.values()].flatMap((ofDay) => {
    const [first] = ofDay;
    return first
      ? [{ day: first.day, checkedAt: first.checkedAt, differences: ofDay.flatMap(differenceOf) }]
      : [];
  });
}

type DayRow = Pick<CheckedDay, 'day' | 'checkedAt'> & {
  readonly market: string | null;
  readonly currency: CurrencyCode | null;
  readonly measure: AgreedMeasure | null;
  readonly reportMinor: bigint | null;
  readonly journalMinor: bigint | null;
  readonly ledgerMinor: bigint | null;
};

function differenceOf({ day, market, currency, measure, ...amounts }: DayRow): AgreementRow[] {
  const { reportMinor, journalMinor, ledgerMinor } = amounts;
  if (market === null || currency === null || measure === null) return [];
  if (reportMinor === null || journalMinor === null || ledgerMinor === null) return [];
  return [{ day, market, currency, measure, reportMinor, journalMinor, ledgerMinor }];
}
