import { Button, SegmentedControl } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Inbox } from 'lucide-react';
import { type Told, useRead, useWrite } from '../../../platform/cockpit/api/index.ts';
import { sayDone } from '../../../platform/cockpit/overlay/index.ts';
import { Card, EmptyState, Page, Shown } from '../../../platform/cockpit/page/index.ts';
import { textIn, useAddress, useMay } from '../../../platform/cockpit/state/index.ts';
import { moneyOf } from '../../../platform/cockpit/text/index.ts';
import styles from './decisions.module.css';
import { GROUPINGS, groupingOf } from './inbox/groups.ts';
import { DecisionInbox } from './inbox/inbox.tsx';
import { NoticesBar } from './inbox/notices-bar.tsx';
import { decisionWords } from './words.ts';

/** What is worth deciding, the most worth first; each decided in one keystroke. */
export function Screen() {
  const t = decisionWords();
  const [query, change] = useAddress();
  const by = groupingOf(textIn(query, 'group'));
  const read = useRead('listDecisions', { query: {} }, { about: ['decisions'] });
  const count = useRead('countDecisions', {}, { about: ['decisions'] });
  const about =
    count.data && count.data.open > 0 ? t.about(count.data.open, moneyOf(count.data.worth)) : undefined;
  const left = count.data?.leftOut;
  const unknown = count.data?.costUnknown;
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
        {({ items }) => (items.length === 0 ? <Nothing /> : <DecisionInbox of={items} by={by} />)}
      </Shown>
      {unknown !== undefined && unknown.count > 0 && (
        <p className={styles.leftOut}>
          {t.costUnknown(unknown.count, someOf(unknown))} <Link to="/products/sheet">{t.costUnknownSet}</Link>
        </p>
      )}
      {left !== undefined && left.count > 0 && (
        <p className={styles.leftOut}>
          {t.leftOut(left.count, moneyOf(left.attention), moneyOf(left.worth))}{' '}
          <Link to="/decisions/mandate">{t.leftOutChange}</Link>
        </p>
      )}
    </Page>
  );
}

const NAMED = 5;

/** `Vase, Lamp …`: the first by name. */
function someOf({ count, of }: Told<'countDecisions'>['costUnknown']): string {
  const names = of.slice(0, NAMED).map(({ label }) => label);
  return names.join(', ') + (count > names.length ? ' …' : '');
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
