import { countOf } from '../../../../platform/cockpit/text/index.ts';
import type { Decision } from '../decision.ts';
import styles from '../decisions.module.css';
import { decisionWords } from '../words.ts';

/** The lines of an order that is proposed, and which of them somebody has taken out. */
export function Lines({ of: { fields } }: { readonly of: Pick<Decision, 'fields'> }) {
  const t = decisionWords();
  const lines = fields.filter(({ label }) => label !== undefined);
  if (lines.length === 0) return null;
  return (
    <section className={styles.section}>
      <h3>{t.lines}</h3>
      <dl className={styles.figures}>
        {lines.map(({ key, label, value }) => (
          <div key={key} data-out={value === '0' || undefined}>
            <dt>{label}</dt>
            <dd>{value === '0' ? t.takenOut : countOf(value)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
