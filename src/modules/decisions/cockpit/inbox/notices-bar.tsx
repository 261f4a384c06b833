import { Button } from '@mantine/core';
import { useRead } from '../../../../platform/cockpit/api/index.ts';
import { useGo } from '../../../../platform/cockpit/state/index.ts';
import styles from '../decisions.module.css';
import { decisionWords, named } from '../words.ts';

/** What whoever decides has to know first: a mandate that was lost, the stop button, a kind that cannot look. */
export function NoticesBar() {
  const t = decisionWords();
  const go = useGo();
  const { data } = useRead('listMandates', {}, { about: ['decisions'] });
  if (data === undefined) return null;
  const lost = data.items.filter((one) => one.lost !== undefined);
  const failed = data.items.filter((one) => one.look?.failedAt !== undefined);
  return (
    <>
      {data.stopped && (
        <output className={styles.banner} data-tone="bad">
          {t.stoppedText}
          <Button size="compact-sm" variant="default" onClick={() => go('/decisions/mandate')}>
            {t.mandate.title}
          </Button>
        </output>
      )}
      {lost.map(({ kind }) => (
        <output key={kind} className={styles.banner} data-tone="bad">
          {t.lostMandate(named(t.kinds, kind))}
          <Button size="compact-sm" variant="default" onClick={() => go('/decisions/score')}>
            {t.seeScore}
          </Button>
        </output>
      ))}
      {failed.map(({ kind, look }) => (
        <output key={kind} className={styles.banner}>
          <span>
            {t.lookFailed(named(t.kinds, kind))}: <span className={styles.quiet}>{look?.failure}</span>
          </span>
        </output>
      ))}
    </>
  );
}
