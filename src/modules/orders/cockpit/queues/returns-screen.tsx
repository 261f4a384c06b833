import { Undo2 } from 'lucide-react';
import { type RowOf, useRows } from '../../../../platform/cockpit/api/index.ts';
import { EmptyState, Page } from '../../../../platform/cockpit/page/index.ts';
import { textIn, textsIn, useAddress } from '../../../../platform/cockpit/state/index.ts';
import { type Column, DataTable, ListBar, shownColumns } from '../../../../platform/cockpit/table/index.ts';
import { Count, StateBadge, When } from '../../../../platform/cockpit/value/index.ts';
import { orderWords } from '../words.ts';
import { ReturnStateBadge } from './return-state.tsx';

type Row = RowOf<'listReturns'>;

const STATES = ['requested', 'approved', 'received', 'rejected'] as const;

/** What comes back to the shop, the latest first. */
export function Screen() {
  const t = orderWords();
  const [query] = useAddress();
  const state = STATES.find((one) => one === textIn(query, 'state'));
  const returns = useRows(
    'listReturns',
    { query: state ? { state } : {} },
    { about: ['orders'], isKept: true },
  );
  const columns: readonly Column<Row>[] = [
    {
      ...{ key: 'order', label: t.returns.order, isTitle: true, width: '130px' },
      cell: ({ orderNumber, number }) => `#${orderNumber} · ${number}`,
    },
    { key: 'who', label: t.returns.who, cell: ({ email }) => email ?? '–' },
    {
      ...{ key: 'state', label: t.returns.state, width: '220px' },
      cell: (row) => (
        <span style={{ display: 'inline-flex', gap: 6 }}>
          <ReturnStateBadge of={row.state} />
          {row.isWithdrawal && <StateBadge tone="neutral">{t.page.withdrawal}</StateBadge>}
          {row.isExchange && <StateBadge tone="neutral">{t.acts.exchange}</StateBadge>}
        </span>
      ),
    },
    {
      ...{ key: 'pieces', label: t.returns.pieces, width: '90px', align: 'end' as const },
      cell: ({ quantity }) => <Count of={quantity} />,
    },
    {
      ...{ key: 'asked', label: t.returns.asked, width: '140px', align: 'end' as const },
      cell: ({ requestedAt }) => <When at={requestedAt} />,
    },
  ];
  const options = STATES.map((value) => ({ value, label: t.returns.states[value] }));
  return (
    <Page title={t.returns.title} about={t.returns.about} isWhole>
      <ListBar
        filters={[{ key: 'state', label: t.returns.state, kind: 'choice', options }]}
        columns={columns}
      />
      <DataTable
        label={t.returns.title}
        columns={shownColumns(columns, textsIn(query, 'columns'))}
        source={returns}
        idOf={({ id }) => id}
        pathOf={({ orderId }) => `/orders/${orderId}`}
        isFiltered={state !== undefined}
        empty={<EmptyState icon={Undo2} title={t.returns.empty} text={t.returns.emptyText} />}
        phone={({ orderNumber, email, state: at }) => ({
          title: `#${orderNumber}`,
          detail: email ?? '',
          aside: <ReturnStateBadge of={at} />,
        })}
      />
    </Page>
  );
}
