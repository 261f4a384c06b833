import type { Told } from '../../../../platform/cockpit/api/index.ts';
import { countOf, moneyOf, percentOf } from '../../../../platform/cockpit/text/index.ts';
import { Why } from '../../../../platform/cockpit/value/index.ts';
import { type Row, sizeOf } from '../report.ts';
import { analyticsWords } from '../words.ts';
import styles from './customers.module.css';

type Interval = { readonly estimate: number; readonly low: number; readonly high: number };

/** Four numbers that say how a shop lives with its customers. */
export function CustomerTiles({
  total,
  value,
  second,
}: {
  readonly total: Row | undefined;
  readonly value: Told<'readCustomerValue'> | undefined;
  readonly second: Told<'readSecondOrder'> | undefined;
}) {
  const t = analyticsWords();
  const words = t.ofCustomers;
  const each = value?.model?.each;
  const money = (amount: string) => moneyOf({ amount, currency: value?.currency ?? 'XXX' });
  return (
    <div className={styles.tiles}>
      <Tile
        title={words.people}
        value={countOf(sizeOf(total?.values['customers']))}
        note={words.peopleNote}
      />
      <RateTile title={words.repeatRate} of={second?.repeatRate} note={words.repeatNote} />
      <RateTile title={words.returningShare} of={second?.returningShare} note={words.returningNote} />
      <Tile
        title={words.worthEach}
        value={each === undefined ? '–' : money(each.estimate)}
        sure={each && t.surely(money(each.low), money(each.high))}
        note={value !== undefined && each === undefined ? words.notKnown : words.worthEachNote}
        why={words.worthHow}
      />
    </div>
  );
}

function RateTile({
  title,
  of,
  note,
}: {
  readonly title: string;
  readonly of: Interval | undefined;
  readonly note: string;
}) {
  const t = analyticsWords();
  return (
    <Tile
      title={title}
      value={of === undefined ? '–' : percentOf(of.estimate)}
      sure={of && t.surely(percentOf(of.low), percentOf(of.high))}
      note={note}
    />
  );
}

function Tile({
  title,
  value,
  sure,
  note,
  why,
}: {
  readonly title: string;
  readonly value: string;
  readonly sure?: string | undefined;
  readonly note: string;
  readonly why?: string;
}) {
  return (
    <article className={styles.tile} aria-label={title}>
      <header className={styles.tileName}>
        <span>{title}</span>
        {why !== undefined && <Why title={title} text={why} />}
      </header>
      <div className={styles.tileValue}>
        {value} {sure !== undefined && <span className={styles.quiet}>{sure}</span>}
      </div>
      <div className={styles.quiet}>{note}</div>
    </article>
  );
}
