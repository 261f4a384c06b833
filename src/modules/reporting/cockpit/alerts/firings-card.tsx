import { Card } from '../../../../platform/cockpit/page/index.ts';
import styles from '../fields/editor.module.css';
import { reportingWords } from '../words.ts';
import type { AlertRead } from './draft.ts';
import { numberText, whenText } from './number-text.ts';

/** What it did, with the numbers as they were then. */
export function FiringsCard({ of: { firings } }: { readonly of: AlertRead }) {
  const t = reportingWords().alerts;
  return (
    <Card title={t.history} about={firings.length === 0 ? t.noHistory : undefined} isFlush>
      <ul className={styles.list}>
        {firings.map((firing) => {
          const { low, high } = firing;
          const text = (value: number | undefined) => numberText(value, firing);
          return (
            <li key={firing.id}>
              <span>{whenText(firing.began)}</span>
              <span>
                <strong>{text(firing.value)}</strong>{' '}
                <span className={styles.dim}>
                  {low !== undefined && high !== undefined
                    ? t.usual(text(low), text(high))
                    : low !== undefined
                      ? t.least(text(low))
                      : high !== undefined && t.most(text(high))}
                </span>
              </span>
              <span className={styles.dim}>
                {firing.ended === undefined ? t.goesOn : t.endedOn(whenText(firing.ended))}
                {' · '}
                {firing.toldAt === undefined ? t.toldNobody : t.told}
              </span>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
