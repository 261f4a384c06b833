import type { Told } from '../../../../platform/cockpit/api/index.ts';
import { moneyOf } from '../../../../platform/cockpit/text/index.ts';
import { StateBadge } from '../../../../platform/cockpit/value/index.ts';
import { useNames } from '../report/row-name.ts';
import { wholeTimeText } from '../span/day-text.ts';
import { analyticsWords } from '../words.ts';
import styles from './agreement.module.css';
import { type Settled, type SettledDay, sumOf } from './sums.ts';

type Checked = Told<'readAgreement'>['items'];
type Shown = { readonly checked: Checked; readonly settled: Settled; readonly currency: string };

const COLUMNS = 5;

/** Each day that was checked as a sum that comes out: sold is paid out, fees, open, and settled otherwise. */
export function Days({ checked, settled, currency }: Shown) {
  const t = analyticsWords().agreement;
  const byDay = Map.groupBy(
    settled.days.filter(({ sold }) => sold.currency === currency),
    ({ day }) => day,
  );
  const wrong = new Set([
    ...settled.differences.map(({ day }) => day),
    ...settled.days.filter(({ isSettled }) => !isSettled).map(({ day }) => day),
    ...checked.filter(({ differences }) => differences.length > 0).map(({ day }) => day),
  ]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section className={styles.scroll} aria-label={`${t.days}: ${currency}`} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t.day}</th>
            <th scope="col">{t.market}</th>
            {[t.sold, t.paidOut, t.fees, t.stillOpen, t.otherwise].map((name) => (
              <th key={name} scope="col" data-align="end">
                {name}
              </th>
            ))}
            <th scope="col">{t.state}</th>
          </tr>
        </thead>
        <tbody>
          {checked.map(({ day }) => (
            <Day key={day} day={day} rows={byDay.get(day) ?? []} isWrong={wrong.has(day)} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Day(props: {
  readonly day: string;
  readonly rows: readonly SettledDay[];
  readonly isWrong: boolean;
}) {
  const { day, rows, isWrong } = props;
  const t = analyticsWords().agreement;
  const nameOf = useNames('day');
  const state = isWrong ? (
    <StateBadge tone="bad">{t.different}</StateBadge>
  ) : (
    <StateBadge tone="good">{t.same}</StateBadge>
  );
  if (rows.length === 0) {
    return (
      <tr>
        <th scope="row">{wholeTimeText(day, 'day')}</th>
        <td colSpan={COLUMNS + 1} className={styles.aside}>
          {t.nothingSold}
        </td>
        <td>{state}</td>
      </tr>
    );
  }
  return rows.map(({ market, sold, parts }, index) => (
    <tr key={market}>
      {index === 0 && (
        <th scope="rowgroup" rowSpan={rows.length}>
          {wholeTimeText(day, 'day')}
        </th>
      )}
      <td>{nameOf({ of: { market }, values: {} }, 'market')}</td>
      {[
        sold,
        parts.paid_out,
        parts.fees,
        sumOf([parts.at_provider, parts.owed, parts.disputed], sold.currency),
        sumOf([parts.lost, parts.credit, parts.given], sold.currency),
      ].map((amount, column) => (
        <td key={column} data-align="end">
          {moneyOf(amount)}
        </td>
      ))}
      {index === 0 && <td rowSpan={rows.length}>{state}</td>}
    </tr>
  ));
}
