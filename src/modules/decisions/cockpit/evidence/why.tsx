import { moneyOf, percentOf, sinceOf } from '../../../../platform/cockpit/text/index.ts';
import type { Decision, WholeDecision } from '../decision.ts';
import styles from '../decisions.module.css';
import { FieldChange, valueText } from '../field-text.tsx';
import { signed } from '../inbox/decision-row.tsx';
import { decisionWords, named } from '../words.ts';
import { EvidenceChart } from './evidence-chart.tsx';
import { Lines } from './lines.tsx';

/** What it brings, in large, with how sure that is and against what. */
export function Worth({ of: { predicted } }: { readonly of: Decision }) {
  const t = decisionWords();
  const { value, low, high, confidence, horizonDays, counterfactual } = predicted;
  return (
    <div>
      <div className={`${styles.value} ${styles.big}`} data-costs={value.amount.startsWith('-') || undefined}>
        {signed(value)}
      </div>
      <div className={styles.quiet}>
        {t.rangeLong(percentOf(confidence, 0), moneyOf(low), moneyOf(high))}, {t.within(horizonDays)}
      </div>
      <div className={styles.quiet}>
        {t.against}: {named(t.counterfactuals, counterfactual)}
      </div>
    </div>
  );
}

/** Why, and what if nobody decides: the same beside the list and on the decision's own page. */
export function WhySections({ of: decision }: { readonly of: WholeDecision }) {
  const t = decisionWords();
  const { evidence, risk, rank, carried, predicted } = decision;
  const { currency } = predicted.value;
  return (
    <>
      {carried.length > 0 && (
        <section className={styles.section}>
          <p>{t.carried}</p>
          <div className={styles.changes}>
            {carried.map((field) => (
              <FieldChange key={field.key} of={field} currency={currency} />
            ))}
          </div>
        </section>
      )}
      <section className={styles.section}>
        <h3>{t.whyTitle}</h3>
        {evidence.chart && (
          <EvidenceChart of={evidence.chart} currency={currency} from={decision.proposedAt} />
        )}
        <dl className={styles.figures}>
          {evidence.figures.map((figure) => (
            <div key={figure.key}>
              <dt>{named(t.figures, figure.key)}</dt>
              <dd>{valueText(figure, currency)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <Lines of={decision} />
      <section className={styles.section}>
        <h3>{t.howComputed}</h3>
        <p>{named(t.computed, evidence.computed)}</p>
        <p className={styles.quiet}>{proposerText(decision)}</p>
      </section>
      <section className={styles.section}>
        <h3>{t.whatIfWait}</h3>
        {rank && Number(rank.wait.amount) > 0 ? (
          <p>{t.waitText(moneyOf(rank.wait), rank.daysToNextLook)}</p>
        ) : (
          <p>{t.waitNothing}</p>
        )}
        <p>{t.expires(sinceOf(decision.expiresAt))}</p>
      </section>
      <section className={styles.section}>
        <h3>{t.risk}</h3>
        <p>
          {named(t.risks, risk.key)}{' '}
          {risk.chance === undefined ? '' : `(${t.chance(percentOf(risk.chance, 0))})`}
        </p>
        <p className={styles.quiet}>{t.reversibility[decision.reversibility]}</p>
      </section>
    </>
  );
}

/** `engine:reorder@3`: the shop's own model, and which of its versions; else who it was. */
function proposerText({ proposedBy, proposedAt }: WholeDecision): string {
  const t = decisionWords();
  const [, version] = /^engine:.*@(\d+)$/.exec(proposedBy) ?? [];
  const by = version === undefined ? proposedBy : t.proposedByModel(version);
  return `${by}, ${sinceOf(proposedAt)}`;
}
