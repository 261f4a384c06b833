import { type Measure, type Row, sizeOf, valueText } from '../report.ts';
import { weekdayText } from '../span/day-text.ts';
import { analyticsWords, wordOf } from '../words.ts';
import styles from './report.module.css';

const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'];
const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour));

/** A week by its hours: darker is more. Each hour says how much when it is pointed at, and leads to its orders. */
export function WeekHeat({
  rows,
  measure,
  currency,
  onOpen,
}: {
  readonly rows: readonly Row[];
  readonly measure: Measure;
  readonly currency: string | undefined;
  readonly onOpen: (row: Row) => void;
}) {
  const t = analyticsWords();
  const byPlace = new Map(rows.map((row) => [`${row.of['weekday']} ${Number(row.of['hour'])}`, row]));
  const size = (row: Row | undefined) => Math.max(sizeOf(row?.values[measure.id]), 0);
  const most = Math.max(1e-9, ...rows.map(size));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section className={styles.scroll} aria-label={wordOf(t.measures, measure.id)} tabIndex={0}>
      <table className={styles.week}>
        <thead>
          <tr>
            <th scope="col">{t.dimensions.weekday}</th>
            {HOURS.map((hour) => (
              <th key={hour} scope="col">
                {hour.padStart(2, '0')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {WEEKDAYS.map((weekday) => (
            <tr key={weekday}>
              <th scope="row">{weekdayText(weekday, 'short')}</th>
              {HOURS.map((hour) => {
                const row = byPlace.get(`${weekday} ${hour}`);
                if (row === undefined) return <td key={hour} />;
                const value = valueText(row.values[measure.id], measure.kind, currency);
                const name = `${weekdayText(weekday, 'long')}, ${hour.padStart(2, '0')}:00: ${value}`;
                return (
                  <td key={hour} style={{ background: shade(size(row) / most) }}>
                    <button
                      type="button"
                      className={styles.cell}
                      title={name}
                      aria-label={name}
                      onClick={() => onOpen(row)}
                    />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function shade(part: number): string {
  return `color-mix(in srgb, var(--mantine-primary-color-filled) ${(part * 100).toFixed(0)}%, transparent)`;
}
