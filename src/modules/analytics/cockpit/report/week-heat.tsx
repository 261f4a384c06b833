import { type Measure, type Row, sizeOf, valueText } from '../report.ts';
import { weekdayText } from '../span/day-text.ts';
import { analyticsWords, wordOf } from '../words.ts';
import styles from './report.module.css';

const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'];

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
  const hours = hoursIn(rows);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section className={styles.scroll} aria-label={wordOf(t.measures, measure.id)} tabIndex={0}>
      <table className={styles.week} style={{ minWidth: `${6 + hours.length * 2}em` }}>
        <thead>
          <tr>
            <th scope="col">{t.dimensions.weekday}</th>
            {hours.map((hour) => (
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
              {hours.map((hour) => {
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

/** From the first hour of any day to the last. */
function hoursIn(rows: readonly Row[]): readonly string[] {
  const found = rows.map(({ of }) => Number(of['hour']));
  const first = Math.min(23, ...found);
  return Array.from({ length: Math.max(0, ...found) - first + 1 }, (_, place) => String(first + place));
}

function shade(part: number): string {
  const strength = (8 + part * 92).toFixed(0);
  return `color-mix(in srgb, var(--mantine-primary-color-filled) ${strength}%, var(--line-faint))`;
}
