import type { Told } from '../../../../platform/cockpit/api/index.ts';
import { moneyOf } from '../../../../platform/cockpit/text/index.ts';
import { wholeTimeText } from '../span/day-text.ts';
import { analyticsWords, wordOf } from '../words.ts';
import styles from './agreement.module.css';
import { OrderName } from './open.tsx';
import type { Settled } from './sums.ts';

type Difference = Settled['differences'][number];

/** What two books have otherwise: of which day and order or payout, and what each of them has. */
export function Differences({
  checked,
  settled: { differences },
}: {
  readonly checked: Told<'readAgreement'>['items'];
  readonly settled: Settled;
}) {
  const t = analyticsWords();
  const words = t.agreement;
  // A report that differs from its own journal is of no single order.
  const figures = checked.flatMap(({ day, differences: found }) =>
    found.filter(({ report, journal }) => report !== journal).map((figure) => ({ day, ...figure })),
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section className={styles.scroll} aria-label={words.differences} tabIndex={0}>
      <table className={styles.table} data-of="differences">
        <thead>
          <tr>
            <th scope="col">{words.day}</th>
            <th scope="col">{words.what}</th>
            <th scope="col">{words.concerns}</th>
            <th scope="col" data-align="end">
              {words.here}
            </th>
            <th scope="col" data-align="end">
              {words.there}
            </th>
          </tr>
        </thead>
        <tbody>
          {differences.map((one) => (
            <tr key={JSON.stringify(one)}>
              <th scope="row">{wholeTimeText(one.day, 'day')}</th>
              <td className={styles.what}>{words.differenceKinds[one.kind]}</td>
              <td>
                <About of={one} />
              </td>
              <td data-align="end">{moneyOf(one.ours)}</td>
              <td data-align="end">{moneyOf(one.theirs)}</td>
            </tr>
          ))}
          {figures.map(({ day, market, currency, measure, report, journal }) => (
            <tr key={`${day} ${market} ${currency} ${measure}`}>
              <th scope="row">{wholeTimeText(day, 'day')}</th>
              <td className={styles.what}>{wordOf(t.measures, measure)}</td>
              <td>{market || t.unknown}</td>
              <td data-align="end">{moneyOf({ amount: report, currency })}</td>
              <td data-align="end">{moneyOf({ amount: journal, currency })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function About({ of: { kind, orderId, orderNumber, reference, provider } }: { readonly of: Difference }) {
  const words = analyticsWords().agreement;
  if (orderId !== undefined) return <OrderName id={orderId} number={orderNumber} />;
  if (kind.startsWith('payout')) return <span>{words.payout(reference)}</span>;
  return <span>{kind === 'unknown' ? words.line(reference) : provider || words.noOrder}</span>;
}
