import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { History } from 'lucide-react';
import { useRead } from '../../../platform/cockpit/api/index.ts';
import { Card, EmptyState, Page, Shown } from '../../../platform/cockpit/page/index.ts';
import { moneyOf } from '../../../platform/cockpit/text/index.ts';
import { StateBadge, When } from '../../../platform/cockpit/value/index.ts';
import { type Decision, may } from './decision.ts';
import styles from './decisions.module.css';
import { FieldChange, wholeFields } from './field-text.tsx';
import { signed } from './inbox/decision-row.tsx';
import { useActs } from './inbox/use-acts.ts';
import { TONES } from './state-tones.ts';
import { decisionWords, named } from './words.ts';

/** Everything that was done without asking, and the way back. */
export function Screen() {
  const t = decisionWords();
  const query = { isByMandate: 'true', limit: '200' } as const;
  const read = useRead('listDecisions', { query }, { about: ['decisions'] });
  return (
    <Page title={t.log.title} about={t.log.about}>
      <Card isFlush>
        <Shown of={read}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState icon={History} title={t.log.nothing} text={t.log.nothingText} />
            ) : (
              <ul className={styles.list}>
                {items.map((one) => (
                  <LogRow key={one.id} of={one} />
                ))}
              </ul>
            )
          }
        </Shown>
      </Card>
    </Page>
  );
}

function LogRow({ of: decision }: { readonly of: Decision }) {
  const t = decisionWords();
  const acts = useActs();
  const { id, subject, kind, predicted, state, appliedAt, mandate, outcome } = decision;
  const worth = outcome?.isEnough ? outcome.value : predicted.value;
  return (
    <li className={styles.row} data-plain>
      <div className={styles.worth}>
        <span className={styles.value} data-costs={worth.amount.startsWith('-') || undefined}>
          {signed(worth)}
        </span>
        <span className={styles.quiet}>
          {outcome?.isEnough ? t.log.brought(moneyOf(predicted.value)) : t.expected}
        </span>
      </div>
      <div className={styles.what}>
        <Link className={styles.title} to={`/decisions/${id}`}>
          {subject.label} <span className={styles.kind}>{named(t.kinds, kind)}</span>
        </Link>
        <div className={styles.changes}>
          {wholeFields(decision).map((field) => (
            <FieldChange key={field.key} of={field} currency={predicted.value.currency} />
          ))}
          <span className={styles.quiet}>
            {t.log.byMandate(mandate.split('@')[1] ?? '')}
            {appliedAt && (
              <>
                {' · '}
                <When at={appliedAt} />
              </>
            )}
          </span>
        </div>
      </div>
      <div className={styles.acts}>
        <StateBadge tone={TONES[state]}>{t.states[state]}</StateBadge>
        {may(decision, 'undo') && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`${t.undo}: ${subject.label}`}
            onClick={() => acts.undo(id)}
          >
            {t.undo}
          </Button>
        )}
      </div>
    </li>
  );
}
