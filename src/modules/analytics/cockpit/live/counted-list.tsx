import { countOf } from '../../../../platform/cockpit/text/index.ts';
import { ShareBar } from '../overview/share-bar.tsx';
import { analyticsWords } from '../words.ts';
import styles from './live.module.css';

type Counted = { readonly name: string; readonly visitors: number };

/** Names with how many visitors each is of, the most first. */
export function CountedList(props: {
  readonly rows: readonly Counted[];
  readonly nameOf: (name: string) => string;
}) {
  const { rows, nameOf } = props;
  const t = analyticsWords().live;
  if (rows.length === 0) return <p className={styles.nobody}>{t.nobody}</p>;
  const most = Math.max(...rows.map(({ visitors }) => visitors));
  return (
    <ul className={styles.list}>
      {rows.map(({ name, visitors }) => (
        <li key={name}>
          <span className={styles.name} title={name}>
            {name === '' ? t.notKnown : nameOf(name)}
          </span>
          <span className={styles.count}>{countOf(visitors)}</span>
          <ShareBar share={visitors / most} />
        </li>
      ))}
    </ul>
  );
}
