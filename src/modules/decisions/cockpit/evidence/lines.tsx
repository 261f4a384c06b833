import { Button } from '@mantine/core';
import { useState } from 'react';
import { countOf } from '../../../../platform/cockpit/text/index.ts';
import type { Decision } from '../decision.ts';
import styles from '../decisions.module.css';
import { decisionWords } from '../words.ts';

const FIRST = 8;

/** The lines of an order that is proposed, and which of them somebody has taken out. */
export function Lines({ of: { fields } }: { readonly of: Pick<Decision, 'fields'> }) {
  const t = decisionWords();
  const [isWhole, setWhole] = useState(false);
  const lines = fields.filter(({ label }) => label !== undefined);
  if (lines.length === 0) return null;
  return (
    <section className={styles.section}>
      <h3>{t.lines}</h3>
      <dl className={styles.figures}>
        {(isWhole ? lines : lines.slice(0, FIRST)).map(({ key, label, value }) => (
          <div key={key} data-out={value === '0' || undefined}>
            <dt>{label}</dt>
            <dd>{value === '0' ? t.takenOut : countOf(value)}</dd>
          </div>
        ))}
      </dl>
      {lines.length > FIRST && !isWhole && (
        <div>
          <Button size="compact-xs" variant="default" onClick={() => setWhole(true)}>
            {t.showAll(lines.length)}
          </Button>
        </div>
      )}
    </section>
  );
}
