import { Button } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useRead } from '../../../platform/cockpit/api/index.ts';
import { Card, Facts, Page, Shown } from '../../../platform/cockpit/page/index.ts';
import { useGo, useShortcuts } from '../../../platform/cockpit/state/index.ts';
import { moneyOf, percentOf } from '../../../platform/cockpit/text/index.ts';
import { StateBadge, Timeline, When } from '../../../platform/cockpit/value/index.ts';
import { may, type WholeDecision } from './decision.ts';
import styles from './decisions.module.css';
import { WhySections, Worth } from './evidence/why.tsx';
import { FieldChange, valueText, wholeFields } from './field-text.tsx';
import { EditFields } from './inbox/edit-fields.tsx';
import { RejectDialog } from './inbox/reject-dialog.tsx';
import { useActs } from './inbox/use-acts.ts';
import { TONES } from './state-tones.ts';
import { useWho } from './who.ts';
import { decisionWords, named } from './words.ts';

/** One decision with everything that speaks for it, and what became of it. */
export function Screen() {
  const { id } = useParams({ strict: false }) as { id: string };
  const read = useRead('readDecision', { params: { id } }, { about: ['decisions'], isKept: true });
  return <Shown of={read}>{(decision) => <DecisionPage of={decision} />}</Shown>;
}

function DecisionPage({ of: decision }: { readonly of: WholeDecision }) {
  const t = decisionWords();
  const go = useGo();
  const acts = useActs();
  const [isEditing, setEditing] = useState(false);
  const [isRejecting, setRejecting] = useState(false);
  useShortcuts({
    a: () => may(decision, 'approve') && acts.approve(decision),
    r: () => setRejecting(may(decision, 'reject')),
    e: () => setEditing(may(decision, 'edit')),
    Escape: () => go('/decisions'),
  });
  const { subject, kind, state, predicted, supplier, failure } = decision;
  const { currency } = predicted.value;
  return (
    <Page
      title={subject.label}
      back="/decisions"
      about={named(t.kinds, kind)}
      aside={<StateBadge tone={TONES[state]}>{t.states[state]}</StateBadge>}
      actions={
        <Actions
          of={decision}
          acts={acts}
          onEdit={() => setEditing(true)}
          onReject={() => setRejecting(true)}
        />
      }
    >
      <div className={styles.whole}>
        <div className={styles.stack}>
          <Card title={t.expected}>
            <Worth of={decision} />
            <section className={styles.section}>
              {isEditing ? (
                <EditFields of={decision} acts={acts} onDone={() => setEditing(false)} />
              ) : (
                <div className={styles.changes}>
                  {wholeFields(decision).map((field) => (
                    <FieldChange key={field.key} of={field} currency={currency} />
                  ))}
                </div>
              )}
              {failure && <span className={styles.failure}>{failure.message}</span>}
            </section>
            <WhySections of={decision} />
          </Card>
        </div>
        <div className={styles.stack}>
          {decision.outcome && <OutcomeCard of={decision.outcome} currency={currency} />}
          <Card title={t.proposed}>
            <Facts
              of={[
                [t.proposed, <When key="at" at={decision.proposedAt} />],
                [t.fields.supplier, supplier],
                [t.log.mandate, mandateText(decision.mandate)],
                [t.score.coverage, percentOf(predicted.confidence, 0)],
              ]}
            />
          </Card>
          <StepsCard of={decision} />
        </div>
      </div>
      <RejectDialog
        isOpen={isRejecting}
        onClose={() => setRejecting(false)}
        onReject={(reason) => acts.reject(decision, reason)}
      />
    </Page>
  );
}

function Actions(props: {
  readonly of: WholeDecision;
  readonly acts: ReturnType<typeof useActs>;
  readonly onEdit: () => void;
  readonly onReject: () => void;
}) {
  const { of: decision, acts, onEdit, onReject } = props;
  const t = decisionWords();
  const { id } = decision;
  const isEditable = may(decision, 'edit') && decision.fields.some((field) => field.isEditable);
  return (
    <>
      {may(decision, 'undo') && (
        <Button variant="default" onClick={() => acts.undo(id)}>
          {t.undo}
        </Button>
      )}
      {may(decision, 'reopen') && (
        <Button variant="default" onClick={() => acts.reopen(id)}>
          {t.reopen}
        </Button>
      )}
      {isEditable && (
        <Button variant="default" onClick={onEdit}>
          {t.edit}
        </Button>
      )}
      {may(decision, 'reject') && (
        <Button variant="default" onClick={onReject}>
          {t.reject}
        </Button>
      )}
      {may(decision, 'approve') && (
        <Button loading={acts.isBusy} onClick={() => acts.approve(decision)}>
          {t.approve}
        </Button>
      )}
    </>
  );
}

/** `mark_down@3`: of which version it was, as the kind is said above. */
function mandateText(mandate: string): string {
  return mandate === '' ? '' : decisionWords().log.byMandate(mandate.split('@')[1] ?? '');
}

type Outcome = NonNullable<WholeDecision['outcome']>;

function OutcomeCard({ of: outcome, currency }: { readonly of: Outcome; readonly currency: string }) {
  const t = decisionWords();
  if (!outcome.isEnough) {
    return (
      <Card title={t.score.realised}>
        <p className={styles.quiet}>
          {t.score.notEnough}: {named(t.notEnough, outcome.why)}
        </p>
      </Card>
    );
  }
  return (
    <Card title={t.score.realised} about={named(t.methods, outcome.method)}>
      <div
        className={`${styles.value} ${styles.big}`}
        data-costs={outcome.value.amount.startsWith('-') || undefined}
      >
        {moneyOf(outcome.value)}
      </div>
      <div className={styles.quiet}>{t.range(moneyOf(outcome.low), moneyOf(outcome.high))}</div>
      <section className={styles.section}>
        <dl className={styles.figures}>
          {outcome.figures.map((figure) => (
            <div key={figure.key}>
              <dt>{named(t.figures, figure.key)}</dt>
              <dd>{valueText(figure, currency)}</dd>
            </div>
          ))}
        </dl>
      </section>
    </Card>
  );
}

function StepsCard({ of: { steps } }: { readonly of: WholeDecision }) {
  const t = decisionWords();
  const whoOf = useWho();
  return (
    <Card title={t.history}>
      <Timeline
        of={steps.toReversed().map(({ to, by, at, why }, index) => ({
          ...{ id: String(index), at, title: t.states[to], who: whoOf(by) },
          ...(why === '' ? {} : { detail: named(t.steps, why) }),
        }))}
      />
    </Card>
  );
}
