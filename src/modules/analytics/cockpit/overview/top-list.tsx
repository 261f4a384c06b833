import { Link } from '@tanstack/react-router';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { type Asked, addressWith } from '../span/use-asked.ts';
import { analyticsWords } from '../words.ts';
import styles from './overview.module.css';
import { ShareBar } from './share-bar.tsx';

export type TopRow = {
  readonly key: string;
  readonly name: string;
  readonly value: string;
  readonly detail: string;
  /** Of the largest. */
  readonly share: number;
};

/** The largest of something, and the way to all of it. */
export function TopList({
  title,
  about,
  rows,
  report,
  asked,
}: {
  readonly title: string;
  readonly about?: string;
  readonly rows: readonly TopRow[];
  readonly report: string;
  readonly asked: Asked;
}) {
  const t = analyticsWords();
  return (
    <Card
      title={title}
      about={about}
      isFlush
      actions={
        <Link className={styles.all} to={addressWith(`/analytics/reports/${report}`, asked)}>
          {t.all}
          <span className={styles.unseen}>: {title}</span>
        </Link>
      }
    >
      {rows.length === 0 && <p className={styles.nothing}>{t.nothing}</p>}
      <ul className={styles.top}>
        {rows.map(({ key, name, value, detail, share }) => (
          <li key={key}>
            <span className={styles.topName}>{name}</span>
            <span className={styles.topValue}>{value}</span>
            <ShareBar share={share} />
            <span className={styles.topDetail}>{detail}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
