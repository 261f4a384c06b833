import type { ReactNode } from 'react';
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
    <ul className={styles.differences}>
      {differences.map((one) => (
        <Line
          key={JSON.stringify(one)}
          what={words.differenceKinds[one.kind]}
          here={one.ours}
          there={one.theirs}
        >
          {wholeTimeText(one.day, 'day')} · <About of={one} />
        </Line>
      ))}
      {figures.map(({ day, market, currency, measure, report, journal }) => (
        <Line
          key={`${day} ${market} ${currency} ${measure}`}
          what={wordOf(t.measures, measure)}
          here={{ amount: report, currency }}
          there={{ amount: journal, currency }}
        >
          {wholeTimeText(day, 'day')} · {market || t.unknown}
        </Line>
      ))}
    </ul>
  );
}

/** What it is, of which day and whom, and the two amounts beside each other. */
function Line(props: {
  readonly what: string;
  readonly here: Difference['ours'];
  readonly there: Difference['ours'];
  readonly children: ReactNode;
}) {
  const { what, here, there, children } = props;
  const words = analyticsWords().agreement;
  return (
    <li>
      <span className={styles.name}>{what}</span>
      <span className={styles.aside}>{children}</span>
      <dl className={styles.pair}>
        <div>
          <dt>{words.here}</dt>
          <dd>{moneyOf(here)}</dd>
        </div>
        <div>
          <dt>{words.there}</dt>
          <dd>{moneyOf(there)}</dd>
        </div>
      </dl>
    </li>
  );
}

function About({ of: { kind, orderId, orderNumber, reference, provider } }: { readonly of: Difference }) {
  const words = analyticsWords().agreement;
  if (orderId !== undefined) return <OrderName id={orderId} number={orderNumber} />;
  if (kind.startsWith('payout')) return <span>{words.payout(reference)}</span>;
  return <span>{kind === 'unknown' ? words.line(reference) : provider || words.noOrder}</span>;
}
