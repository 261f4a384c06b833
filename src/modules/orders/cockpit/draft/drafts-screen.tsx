import { Button } from '@mantine/core';
import { FilePlus2 } from 'lucide-react';
import { type RowOf, useRows } from '../../../../platform/cockpit/api/index.ts';
import { EmptyState, Page } from '../../../../platform/cockpit/page/index.ts';
import { textsIn, useAddress, useGo, useMay } from '../../../../platform/cockpit/state/index.ts';
import { type Column, DataTable, ListBar, shownColumns } from '../../../../platform/cockpit/table/index.ts';
import { StateBadge, When } from '../../../../platform/cockpit/value/index.ts';
import { orderWords } from '../words.ts';

type Row = RowOf<'listDrafts'>;

/** What was put together for somebody, and whether they have ordered it. */
export function Screen() {
  const { drafts: t } = orderWords();
  const go = useGo();
  const may = useMay();
  const [query] = useAddress();
  const drafts = useRows('listDrafts', { query: {} }, { about: ['orders'] });
  const columns: readonly Column<Row>[] = [
    { key: 'email', label: t.email, cell: ({ email }) => email ?? '–', isTitle: true },
    { key: 'note', label: t.note, cell: ({ note }) => note },
    { key: 'state', label: t.state, cell: (row) => <State of={row} />, width: '190px' },
    {
      ...{ key: 'made', label: t.madeAt, width: '140px', align: 'end' as const },
      cell: ({ madeAt }) => <When at={madeAt} />,
    },
  ];
  const create = may('orders:write') && <Button onClick={() => go('/drafts/new')}>{t.create}</Button>;
  return (
    <Page title={t.title} about={t.about} actions={create} isWhole>
      <ListBar filters={[]} columns={columns} />
      <DataTable
        label={t.title}
        columns={shownColumns(columns, textsIn(query, 'columns'))}
        source={drafts}
        idOf={({ id }) => id}
        pathOf={({ orderId, addsTo }) =>
          orderId ? `/orders/${orderId}` : addsTo ? `/orders/${addsTo}` : '/drafts'
        }
        empty={<EmptyState icon={FilePlus2} title={t.empty} text={t.emptyText} action={create} />}
        phone={(row) => ({ title: row.email ?? '–', detail: row.note, aside: <State of={row} /> })}
      />
    </Page>
  );
}

function State({ of }: { readonly of: Row }) {
  const { drafts: t } = orderWords();
  return <StateBadge tone={of.orderId ? 'good' : 'waiting'}>{of.orderId ? t.ordered : t.waiting}</StateBadge>;
}
