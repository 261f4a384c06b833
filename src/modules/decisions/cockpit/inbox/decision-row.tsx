import { ActionIcon, Button, Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Check, X } from 'lucide-react';
import { memo, useEffect, useRef } from 'react';
import { moneyOf, wholeMoneyOf } from '../../../../platform/cockpit/text/index.ts';
import { type Decision, may } from '../decision.ts';
import styles from '../decisions.module.css';
import { FieldChange, wholeFields } from '../field-text.tsx';
import { decisionWords, named } from '../words.ts';
import { EditFields } from './edit-fields.tsx';
import { useActs } from './use-acts.ts';

/** What a row tells: they are the same from one drawing to the next. */
export type RowHandlers = {
  readonly onPoint: (decision: Decision) => void;
  readonly onChoose: (decision: Decision) => void;
  readonly onApprove: (decision: Decision) => void;
  readonly onReject: (decision: Decision) => void;
  readonly onEdited: () => void;
};

type RowProps = {
  readonly of: Decision;
  readonly isCurrent: boolean;
  readonly isChosen: boolean;
  readonly isEditing: boolean;
  readonly on: RowHandlers;
};

/** A decision in one line: what it brings, what it changes, yes or no. Of hundreds only those are drawn again that changed. */
export const DecisionRow = memo(function DecisionRow(props: RowProps) {
  const { of: decision, isCurrent, isChosen, isEditing, on } = props;
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
      // A mouse that rests points at nothing: rows move under it while somebody decides by keys.
      onMouseMove={({ movementX, movementY }) => {
        if (!isCurrent && (movementX !== 0 || movementY !== 0)) on.onPoint(decision);
      }}
      onFocus={() => on.onPoint(decision)}
    >
      <Checkbox
        size="xs"
        aria-label={t.choose(subject.label)}
        checked={isChosen}
        onChange={() => on.onChoose(decision)}
      />
      <div className={styles.worth}>
        <span className={styles.value} data-costs={predicted.value.amount.startsWith('-') || undefined}>
          {signed(predicted.value)}
        </span>
        <span className={styles.quiet}>
          {t.range(wholeMoneyOf(predicted.low), wholeMoneyOf(predicted.high))}
        </span>
      </div>
      <div className={styles.what}>
        <Link className={styles.title} to={`/decisions/${decision.id}`}>
          {subject.label} <span className={styles.kind}>{named(t.kinds, kind)}</span>
        </Link>
        {isEditing ? (
          <Editing of={decision} onDone={on.onEdited} />
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
          <ActionIcon
            variant="subtle"
            color="gray"
            title={`${t.reject} (R)`}
            aria-label={`${t.reject}: ${subject.label}`}
            onClick={() => on.onReject(decision)}
          >
            <X size={16} />
          </ActionIcon>
        )}
        {may(decision, 'approve') && (
          <Button
            size="compact-sm"
            variant={isCurrent ? 'filled' : 'default'}
            leftSection={<Check size={14} />}
            aria-label={`${t.approve}: ${subject.label}`}
            onClick={() => on.onApprove(decision)}
          >
            {t.approve}
          </Button>
        )}
      </div>
    </li>
  );
});

/** In place, with what it does to the shop of its own: only the one row that is changed has it. */
function Editing({ of: decision, onDone }: { readonly of: Decision; readonly onDone: () => void }) {
  const acts = useActs();
  return <EditFields of={decision} acts={acts} onDone={onDone} />;
}

/** `+€124.00`: what it brings; what it costs has its own sign. */
export function signed(value: Decision['predicted']['value']): string {
  return value.amount.startsWith('-') ? moneyOf(value) : `+${moneyOf(value)}`;
}

function urgencyOf({ waitCostPerDay }: Decision): string {
  const t = decisionWords();
  return Number(waitCostPerDay.amount) > 0 ? t.perDay(moneyOf(waitCostPerDay)) : '';
}
