import { countOf } from '../../../../platform/cockpit/text/index.ts';
import { type Row, sizeOf } from '../report.ts';
import { weekdayText } from '../span/day-text.ts';
import { analyticsWords } from '../words.ts';
import styles from './behaviour.module.css';

const DAYS = [1, 2, 3, 4, 5, 6, 7];
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
// Letters stay readable on the strongest in light and dark.
const STRONGEST = 60;

/** A week of hours: darker is more. Each cell says its number to whoever points at it or hears it. */
export function TimeHeat({ rows }: { readonly rows: readonly Row[] }) {
  const t = analyticsWords();
  const found = new Map(
    rows.map(({ of, values }) => [`${of['weekday']} ${of['hour']}`, sizeOf(values['sessions'])]),
  );
  const most = Math.max(1, ...found.values());
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section className={styles.scroll} aria-label={`${t.behaviour.times}: ${t.numbers}`} tabIndex={0}>
      <table className={styles.heat}>
        <thead>
          <tr>
            <td />
            {HOURS.map((hour) => (
              <th key={hour} scope="col">
                {hour}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {DAYS.map((day) => (
            <tr key={day}>
              <th scope="row">{weekdayText(String(day), 'short')}</th>
              {HOURS.map((hour) => {
                const visits = found.get(`${day} ${hour}`) ?? 0;
                const title = t.behaviour.cell(
                  weekdayText(String(day), 'short'),
                  `${hour}:00`,
                  countOf(visits),
                );
                return (
                  <td key={hour} title={title} style={{ background: heatOf(visits / most) }}>
                    <span className={styles.unseen}>{countOf(visits)}</span>
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

function heatOf(share: number): string {
  if (share === 0) return 'var(--line-faint)';
  const part = 8 + Math.sqrt(share) * STRONGEST;
  return `color-mix(in srgb, var(--mantine-primary-color-filled) ${part.toFixed(0)}%, transparent)`;
}
