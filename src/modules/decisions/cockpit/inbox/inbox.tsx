import { Button, Kbd } from '@mantine/core';
import { useMemo, useState } from 'react';
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
import { useActs } from './use-acts.ts';
import { useInbox } from './use-inbox.ts';
import { useRowHandlers } from './use-row-handlers.ts';

/** So many rows are drawn at first, and so many beyond the one that is pointed at: the rest when it is asked for. */
const [FIRST, BEYOND] = [60, 20];

/** The list, with the reasons of what is pointed at beside it. */
export function DecisionInbox({
  of: items,
  by,
}: {
  readonly of: readonly Decision[];
  readonly by: Grouping;
}) {
  const t = decisionWords();
  const acts = useActs();
  const { leaving } = acts;
  const groups = useMemo(
    () =>
      groupsOf(
        items.filter(({ id }) => !leaving.has(id)),
        by,
      ),
    [items, by, leaving],
  );
  const order = useMemo(() => groups.flatMap(({ decisions }) => decisions), [groups]);
  const inbox = useInbox(order, acts);
  const { choice, current, chosen, rejecting } = inbox;
  const [isWhole, setWhole] = useState(false);
  const drawn = isWhole ? order.length : Math.max(FIRST, inbox.here + BEYOND);
  const row = useRowHandlers({
    onPoint: inbox.point,
    onChoose: ({ id }) => choice.toggle(id),
    onApprove: inbox.approveOne,
    onReject: (one) => inbox.setRejecting([one]),
    onEdited: () => inbox.setEditing(undefined),
  });
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
        {upTo(groups, drawn).map(({ key, decisions, count }) => (
          <section key={key} aria-label={nameOf(key) || t.title}>
            {by !== 'none' && (
              <h2 className={styles.group}>
                <span>{nameOf(key)}</span>
                <span>{count}</span>
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
                  on={row}
                />
              ))}
            </ul>
          </section>
        ))}
        {drawn < order.length && (
          <p className={styles.more}>
            <Button size="compact-sm" variant="default" onClick={() => setWhole(true)}>
              {t.showAll(order.length)}
            </Button>
          </p>
        )}
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

/** The first `most` of them in their groups, each with how many there are. */
function upTo(groups: ReturnType<typeof groupsOf>, most: number) {
  let left = most;
  return groups.flatMap(({ key, decisions }) => {
    const some = decisions.slice(0, left);
    left -= some.length;
    return some.length === 0 ? [] : [{ key, decisions: some, count: decisions.length }];
  });
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
