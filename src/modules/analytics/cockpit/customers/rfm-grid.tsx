import { countOf } from '../../../../platform/cockpit/text/index.ts';
import { type Row, sizeOf } from '../report.ts';
import { analyticsWords, wordOf } from '../words.ts';
import styles from './customers.module.css';

const FIFTHS = ['5', '4', '3', '2', '1'];

/** How lately against how often: each square says how many, and its colour which group they are in. */
export function RfmGrid({
  rows,
  onOpen,
}: {
  readonly rows: readonly Row[];
  readonly onOpen: (row: Row) => void;
}) {
  const t = analyticsWords();
  const words = t.ofCustomers;
  const at = new Map(rows.map((row) => [`${row.of['recency']} ${row.of['frequency']}`, row]));
  return (
    <figure className={styles.gridFrame}>
      <figcaption className={styles.hidden}>{words.grid}</figcaption>
      <span className={styles.yAxis} aria-hidden>
        <span>{words.lately}</span>
        <span>{words.longAgo}</span>
      </span>
      <div className={styles.grid}>
        {FIFTHS.flatMap((recency) =>
          FIFTHS.toReversed().map((frequency) => {
            const row = at.get(`${recency} ${frequency}`);
            const key = `${recency} ${frequency}`;
            if (row === undefined) return <span key={key} className={styles.nobody} aria-hidden />;
            const customers = countOf(sizeOf(row.values['customers']));
            const segment = row.of['segment'] ?? '';
            return (
              <button
                key={key}
                type="button"
                className={styles.square}
                data-segment={segment}
                title={wordOf(t.values, segment)}
                aria-label={`${wordOf(t.values, segment)}: ${words.cell(customers, recency, frequency)}`}
                onClick={() => onOpen(row)}
              >
                {customers}
              </button>
            );
          }),
        )}
      </div>
      <span className={styles.xAxis} aria-hidden>
        <span>{words.rarely}</span>
        <span>{words.often}</span>
      </span>
    </figure>
  );
}
