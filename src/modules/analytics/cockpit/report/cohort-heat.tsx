import { countOf, percentOf } from '../../../../platform/cockpit/text/index.ts';
import { type Row, sizeOf } from '../report.ts';
import { timeText } from '../span/day-text.ts';
import { analyticsWords } from '../words.ts';
import { cohortSheet } from './cohort-sheet.ts';
import styles from './report.module.css';

// Letters stay readable on the strongest in light and dark.
const STRONGEST = 38;

/** Of those who bought first in a month, how many bought again how many months later: darker is more, and it says how many. */
export function CohortHeat({
  rows,
  onOpen,
}: {
  readonly rows: readonly Row[];
  readonly onOpen: (row: Row) => void;
}) {
  const t = analyticsWords();
  const { months, cohorts } = cohortSheet(rows);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section className={styles.scroll} aria-label={t.reports.cohorts} tabIndex={0}>
      <table className={styles.heat}>
        <thead>
          <tr>
            <th scope="col">{t.dimensions.cohort}</th>
            <th scope="col" data-align="end">
              {t.measures.customers}
            </th>
            {months.map((month) => (
              <th key={month} scope="col" data-align="end">
                {t.monthsLater(month)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cohorts.map(({ cohort, cells }) => (
            <tr key={cohort}>
              <th scope="row">{timeText(cohort, 'month')}</th>
              <td data-align="end">{countOf(sizeOf(cells[0]?.values['customers']))}</td>
              {cells.map((row, index) => (
                <td key={months[index]} data-align="end" style={{ background: row && heatOf(row) }}>
                  {row && (
                    <button type="button" className={styles.cell} onClick={() => onOpen(row)}>
                      {percentOf(sizeOf(row.values['retention_rate']), 0)}
                    </button>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function heatOf({ values }: Row): string {
  const part = Math.sqrt(sizeOf(values['retention_rate'])) * STRONGEST;
  return `color-mix(in srgb, var(--mantine-primary-color-filled) ${part.toFixed(0)}%, transparent)`;
}
