import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { type ApiMoney, countOf, dateOf, momentOf, moneyOf, sinceOf } from '../text/format.ts';
import styles from './values.module.css';

/** An amount, in figures of equal width. */
export function Money({ of, isDim }: { readonly of: ApiMoney; readonly isDim?: boolean }) {
  return (
    <span className={styles.figure} data-dim={isDim || undefined}>
      {moneyOf(of)}
    </span>
  );
}

export function Count({ of }: { readonly of: number }) {
  return <span className={styles.figure}>{countOf(of)}</span>;
}

/** When, as one says it (`3 hours ago`), exactly when one points at it. */
export function When({ at, isDate }: { readonly at: string; readonly isDate?: boolean }) {
  return (
    <Tooltip label={momentOf(at)} openDelay={300}>
      <time dateTime={at} className={styles.when}>
        {isDate ? dateOf(at) : sinceOf(at)}
      </time>
    </Tooltip>
  );
}

export type Tone = 'neutral' | 'good' | 'waiting' | 'bad' | 'active';

/** A state in a word and a tone; the word says it all, the colour only helps. */
export function StateBadge({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return (
    <span className={styles.badge} data-tone={tone}>
      {children}
    </span>
  );
}
