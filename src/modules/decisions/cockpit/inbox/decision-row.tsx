import { ActionIcon, Button, Checkbox, Tooltip } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Check, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { moneyOf } from '../../../../platform/cockpit/text/index.ts';
import { type Decision, may } from '../decision.ts';
import styles from '../decisions.module.css';
import { FieldChange, wholeFields } from '../field-text.tsx';
import { decisionWords, named } from '../words.ts';
import { EditFields } from './edit-fields.tsx';
import type { Acts } from './use-acts.ts';

/** A decision in one line: what it brings, what it changes, yes or no. */
export function DecisionRow(props: {
  readonly of: Decision;
  readonly isCurrent: boolean;
  readonly isChosen: boolean;
  readonly isEditing: boolean;
  readonly acts: Acts;
  readonly onPoint: () => void;
  readonly onChoose: () => void;
  readonly onReject: () => void;
  readonly onEdited: () => void;
}) {
  const { of: decision, isCurrent, isChosen, isEditing, acts, onPoint, onChoose, onReject, onEdited } = props;
  const t = decisionWords();
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isCurrent) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  const { predicted, subject, kind, failure } = decision;
  return (
    <li
      ref={row}
      className={styles.row}
      data-current={isCurrent || undefined}
      data-failed={failure !== undefined || undefined}
      onMouseEnter={onPoint}
      onFocus={onPoint}
    >
      <Checkbox size="xs" aria-label={t.choose(subject.label)} checked={isChosen} onChange={onChoose} />
      <div className={styles.worth}>
        <span className={styles.value} data-costs={predicted.value.amount.startsWith('-') || undefined}>
          {signed(predicted.value)}
        </span>
        <span className={styles.quiet}>{t.range(moneyOf(predicted.low), moneyOf(predicted.high))}</span>
      </div>
      <div className={styles.what}>
        <Link className={styles.title} to={`/decisions/${decision.id}`}>
          {subject.label} <span className={styles.kind}>{named(t.kinds, kind)}</span>
        </Link>
        {isEditing ? (
          <EditFields of={decision} acts={acts} onDone={onEdited} />
        ) : (
          <div className={styles.changes}>
            {wholeFields(decision).map((field) => (
              <FieldChange key={field.key} of={field} currency={predicted.value.currency} />
            ))}
            <span className={styles.quiet}>{urgencyOf(decision)}</span>
          </div>
        )}
        {failure && <span className={styles.failure}>{failure.message}</span>}
      </div>
      <div className={styles.acts}>
        {may(decision, 'reject') && (
          <Tooltip label={`${t.reject} (R)`} openDelay={400}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`${t.reject}: ${subject.label}`}
              onClick={onReject}
            >
              <X size={16} />
            </ActionIcon>
          </Tooltip>
        )}
        {may(decision, 'approve') && (
          <Button
            size="compact-sm"
            variant={isCurrent ? 'filled' : 'default'}
            leftSection={<Check size={14} />}
            aria-label={`${t.approve}: ${subject.label}`}
            disabled={acts.isBusy}
            onClick={() => acts.approve(decision)}
          >
            {t.approve}
          </Button>
        )}
      </div>
    </li>
  );
}

/** `+€124.00`: what it brings; what it costs has its own sign. */
export function signed(value: Decision['predicted']['value']): string {
  return value.amount.startsWith('-') ? moneyOf(value) : `+${moneyOf(value)}`;
}

function urgencyOf({ waitCostPerDay }: Decision): string {
  const t = decisionWords();
  return Number(waitCostPerDay.amount) > 0 ? t.perDay(moneyOf(waitCostPerDay)) : '';
}
