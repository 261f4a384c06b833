import { Button, Kbd, SegmentedControl } from '@mantine/core';
import { Inbox } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useRead, useWrite } from '../../../platform/cockpit/api/index.ts';
import { sayDone } from '../../../platform/cockpit/overlay/index.ts';
import { Card, EmptyState, Page, Shown } from '../../../platform/cockpit/page/index.ts';
import { textIn, useAddress, useGo, useMay, useShortcuts } from '../../../platform/cockpit/state/index.ts';
import { useChoice } from '../../../platform/cockpit/table/index.ts';
import { moneyOf } from '../../../platform/cockpit/text/index.ts';
import { type Decision, may } from './decision.ts';
import styles from './decisions.module.css';
import { ChosenBar } from './inbox/chosen-bar.tsx';
import { DecisionRow } from './inbox/decision-row.tsx';
import { GROUPINGS, groupingOf, groupsOf } from './inbox/groups.ts';
import { KeysDialog } from './inbox/keys-dialog.tsx';
import { NoticesBar } from './inbox/notices-bar.tsx';
import { PreviewPane } from './inbox/preview-pane.tsx';
import { RejectDialog } from './inbox/reject-dialog.tsx';
import { useActs } from './inbox/use-acts.ts';
import { decisionWords, named } from './words.ts';

/** What is worth deciding, the most worth first; each decided in one keystroke. */
export function Screen() {
  const t = decisionWords();
  const [query, change] = useAddress();
  const by = groupingOf(textIn(query, 'group'));
  const read = useRead('listDecisions', { query: {} }, { about: ['decisions'] });
  const count = useRead('countDecisions', {}, { about: ['decisions'] });
  const about =
    count.data && count.data.open > 0 ? t.about(count.data.open, moneyOf(count.data.worth)) : undefined;
  return (
    <Page
      title={t.title}
      about={about}
      actions={
        <SegmentedControl
          size="xs"
          aria-label={t.groupBy}
          value={by}
          onChange={(group) => change({ group: group === 'none' ? undefined : group })}
          data={GROUPINGS.map((value) => ({ value, label: t.groups[value] }))}
        />
      }
    >
      <NoticesBar />
      <Shown of={read}>
        {({ items }) => (items.length === 0 ? <Nothing /> : <Decisions of={items} by={by} />)}
      </Shown>
    </Page>
  );
}

function Nothing() {
  const t = decisionWords();
  const looking = useWrite('lookForDecisions', { about: [], onDone: () => sayDone(t.looking) });
  const mayLook = useMay()('decisions:write');
  const action = mayLook && (
    <Button variant="default" loading={looking.isPending} onClick={() => looking.mutate({})}>
      {t.lookNow}
    </Button>
  );
  return (
    <Card>
      <EmptyState icon={Inbox} title={t.nothing} text={t.nothingText} action={action} />
    </Card>
  );
}

function Decisions({
  of: items,
  by,
}: {
  readonly of: readonly Decision[];
  readonly by: ReturnType<typeof groupingOf>;
}) {
  const t = decisionWords();
  const go = useGo();
  const acts = useActs();
  const choice = useChoice();
  const groups = useMemo(() => groupsOf(items, by), [items, by]);
  const order = groups.flatMap(({ decisions }) => decisions);
  const [at, setAt] = useState(0);
  const [editing, setEditing] = useState<string>();
  const [rejecting, setRejecting] = useState<readonly Decision[]>([]);
  const [isHelp, setHelp] = useState(false);
  const current = order[Math.min(at, order.length - 1)];
  const chosen = order.filter(({ id }) => choice.has(id));
  const move = (step: number) =>
    setAt(Math.max(0, Math.min(order.length - 1, Math.min(at, order.length - 1) + step)));
  const approve = () => {
    if (chosen.length > 0) acts.decideAll('approve', chosen);
    else if (current && may(current, 'approve') && !acts.isBusy) acts.approve(current);
    choice.clear();
  };
  useShortcuts({
    ...{ j: () => move(1), ArrowDown: () => move(1), k: () => move(-1), ArrowUp: () => move(-1) },
    a: approve,
    r: () => setRejecting(chosen.length > 0 ? chosen : current && may(current, 'reject') ? [current] : []),
    e: () => setEditing(current && may(current, 'edit') ? current.id : undefined),
    w: () => current && go(`/decisions/${current.id}`),
    x: () => current && choice.toggle(current.id),
    '?': () => setHelp(true),
    Escape: () => choice.clear(),
  });
  const reject = (reason: string) => {
    const [first, ...others] = rejecting;
    if (first && others.length === 0) acts.reject(first, reason);
    else acts.decideAll('reject', rejecting, reason);
    choice.clear();
  };
  const nameOf = (key: string) =>
    by === 'kind' ? named(t.kinds, key) : key === '' && by === 'supplier' ? t.noSupplier : key;
  return (
    <div className={styles.inbox}>
      <Card isFlush>
        {chosen.length > 0 && (
          <ChosenBar
            of={chosen}
            isBusy={acts.isBusy}
            onApprove={approve}
            onReject={() => setRejecting(chosen)}
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
                  isEditing={editing === one.id}
                  acts={acts}
                  onPoint={() => setAt(order.indexOf(one))}
                  onChoose={() => choice.toggle(one.id)}
                  onReject={() => setRejecting([one])}
                  onEdited={() => setEditing(undefined)}
                />
              ))}
            </ul>
          </section>
        ))}
        <p className={styles.group}>
          <span>
            <Kbd size="xs">J</Kbd> <Kbd size="xs">K</Kbd> {t.keyHelp.move} · <Kbd size="xs">A</Kbd>{' '}
            {t.approve} · <Kbd size="xs">R</Kbd> {t.reject} · <Kbd size="xs">E</Kbd> {t.edit} ·{' '}
            <Kbd size="xs">?</Kbd> {t.keys}
          </span>
        </p>
      </Card>
      {current && <PreviewPane of={current} />}
      <RejectDialog isOpen={rejecting.length > 0} onClose={() => setRejecting([])} onReject={reject} />
      <KeysDialog isOpen={isHelp} onClose={() => setHelp(false)} />
    </div>
  );
}
