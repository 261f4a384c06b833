import type { Row } from '../report.ts';

export type CohortSheet = {
  /** Months later, in their order. */
  readonly months: readonly string[];
  readonly cohorts: readonly { readonly cohort: string; readonly cells: readonly (Row | undefined)[] }[];
};

/** Rows of cohorts and months later as a sheet; months that have not come have no cell. */
export function cohortSheet(rows: readonly Row[]): CohortSheet {
  const values = (name: string) => [...new Set(rows.map(({ of }) => of[name] ?? ''))];
  const months = values('months_later').toSorted((a, b) => Number(a) - Number(b));
  const byKey = new Map(rows.map((row) => [`${row.of['cohort']} ${row.of['months_later']}`, row]));
  const cohorts = values('cohort')
    .toSorted()
    .map((cohort) => ({ cohort, cells: months.map((month) => byKey.get(`${cohort} ${month}`)) }));
  return { months, cohorts };
}
