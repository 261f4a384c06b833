import { Button } from '@mantine/core';
import { useState } from 'react';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { useGo, useMay } from '../../../../platform/cockpit/state/index.ts';
import { countOf, moneyOf, sinceOf } from '../../../../platform/cockpit/text/index.ts';
import styles from '../decisions.module.css';
import { decisionWords, named } from '../words.ts';
import { type Mandate, sentencesOf } from './mandate.ts';
import { MandateForm } from './mandate-form.tsx';

/** What of one kind may be done without asking. */
export function MandateCard({ of: mandate }: { readonly of: Mandate }) {
  const t = decisionWords();
  const mayWrite = useMay()('mandate:write');
  const go = useGo();
  const [isOpen, setOpen] = useState(false);
  const { kind, lost, spent, look, rule } = mandate;
  const count = t.mandate.sentence.count(countOf(spent.count), spent.count);
  return (
    <Card
      title={named(t.kinds, kind)}
      about={named(t.kindsAbout, kind)}
      actions={
        mayWrite &&
        !isOpen && (
          <Button size="xs" variant="default" onClick={() => setOpen(true)}>
            {lost ? t.mandate.giveBack : t.mandate.change}
          </Button>
        )
      }
    >
      {lost && (
        <output className={`${styles.banner} ${styles.lost}`} data-tone="bad">
          <span>
            {t.mandate.lost[lost.why]} {t.mandate.lostNow}{' '}
            <span className={styles.quiet}>{sinceOf(lost.at)}</span>
          </span>
          <Button size="compact-sm" variant="subtle" onClick={() => go('/decisions/score')}>
            {t.seeScore}
          </Button>
        </output>
      )}
      {isOpen ? (
        <MandateForm of={mandate} onDone={() => setOpen(false)} />
      ) : (
        <div className={styles.sentences}>
          {lost ? (
            <p className={styles.quiet}>{t.mandate.lostBefore(sentencesOf(mandate))}</p>
          ) : (
            <p>{sentencesOf(mandate)}</p>
          )}
          {rule === 'within' && (
            <p className={styles.quiet}>{t.mandate.spent(moneyOf(spent.amount), count)}</p>
          )}
          <p className={styles.quiet}>
            {look ? t.mandate.found(look.found, sinceOf(look.at)) : t.mandate.neverLooked}
            {look?.failedAt && `. ${t.lookFailed(named(t.kinds, kind))}`}
          </p>
        </div>
      )}
    </Card>
  );
}
