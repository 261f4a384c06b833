import type { ReactNode } from 'react';
import styles from './timeline.module.css';
import { When } from './values.tsx';

export type Happening = {
  readonly id: string;
  readonly at: string;
  readonly title: ReactNode;
  readonly detail?: ReactNode;
  readonly who?: string;
  readonly tone?: 'good' | 'bad' | 'note';
};

/** What happened, the latest first. */
export function Timeline({ of }: { readonly of: readonly Happening[] }) {
  return (
    <ol className={styles.timeline}>
      {of.map(({ id, at, title, detail, who, tone }) => (
        <li key={id} data-tone={tone}>
          <div className={styles.title}>{title}</div>
          {detail !== undefined && <div className={styles.detail}>{detail}</div>}
          <div className={styles.who}>
            {who !== undefined && <>{who} · </>}
            <When at={at} />
          </div>
        </li>
      ))}
    </ol>
  );
}
