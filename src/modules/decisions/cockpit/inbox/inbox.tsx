import { Kbd } from '@mantine/core';
import { useMemo } from 'react';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import type { Decision } from '../decision.ts';
import styles from '../decisions.module.css';
import { decisionWords, named } from '../words.ts';
import { ChosenBar } from './chosen-bar.tsx';
import { DecisionRow } from './decision-row.tsx';
import { type Grouping, groupsOf } from './groups.ts';
import { KeysDialog } from './keys-dialog.tsx';
import { PreviewPane } from './preview-pane.tsx';
import { RejectDialog } from './reject-dialog.tsx';
import { useInbox } from './use-inbox.ts';

/** The list, with the reasons of what is pointed at beside it. */
export function DecisionInbox({
  of: items,
  by,
}: {
  readonly of: readonly Decision[];
  readonly by: Grouping;
}) {
  const t = decisionWords();
  const groups = useMemo(() => groupsOf(items, by), [items, by]);
  const inbox = useInbox(groups.flatMap(({ decisions }) => decisions));
  const { acts, choice, current, chosen, rejecting } = inbox;
  const nameOf = (key: string) =>
    by === 'kind' ? named(t.kinds, key) : key === '' && by === 'supplier' ? t.noSupplier : key;
  return (
    <div className={styles.inbox}>
      <Card isFlush>
        {chosen.length > 0 && (
          <ChosenBar
            of={chosen}
            isBusy={acts.isBusy}
            onApprove={inbox.approve}
            onReject={() => inbox.setRejecting(chosen)}
            onClear={choice.clear}
          />
        )}
        {groups.map(({ key, decisions }) => (
          <section key={key} aria-label={nameOf(key) || t.title}>
            {by !== 'none' && (
              <h2 className={styles.group}>
                <span>{nameOf(key)}</span>
                <span>{decisions.length}</span>
              </h2>
            )}
            <ul className={styles.list}>
              {decisions.map((one) => (
                <DecisionRow
                  key={one.id}
                  of={one}
                  isCurrent={one.id === current?.id}
                  isChosen={choice.has(one.id)}
                  isEditing={inbox.editing === one.id}
                  acts={acts}
                  onPoint={() => inbox.point(one)}
                  onChoose={() => choice.toggle(one.id)}
                  onReject={() => inbox.setRejecting([one])}
                  onEdited={() => inbox.setEditing(undefined)}
                />
              ))}
            </ul>
          </section>
        ))}
        <KeysLine />
      </Card>
      {current && <PreviewPane of={current} />}
      <RejectDialog
        isOpen={rejecting.length > 0}
        onClose={() => inbox.setRejecting([])}
        onReject={inbox.reject}
      />
      <KeysDialog isOpen={inbox.isHelp} onClose={() => inbox.setHelp(false)} />
    </div>
  );
}

/** The keys that are used most, below the list. */
function KeysLine() {
  const t = decisionWords();
  return (
    <p className={styles.keys}>
      <Kbd size="xs">J</Kbd> <Kbd size="xs">K</Kbd> {t.keyHelp.move} · <Kbd size="xs">A</Kbd> {t.approve} ·{' '}
      <Kbd size="xs">R</Kbd> {t.reject} · <Kbd size="xs">E</Kbd> {t.edit} · <Kbd size="xs">?</Kbd> {t.keys}
    </p>
  );
}
