import { Button } from '@mantine/core';
import { ShieldAlert } from 'lucide-react';
import { useState } from 'react';
import { useRows } from '../../../../platform/cockpit/api/index.ts';
import { EmptyState, Page } from '../../../../platform/cockpit/page/index.ts';
import { textsIn, useAddress, useMay } from '../../../../platform/cockpit/state/index.ts';
import { type Column, DataTable, ListBar, shownColumns } from '../../../../platform/cockpit/table/index.ts';
import { momentOf } from '../../../../platform/cockpit/text/index.ts';
import { Money, StateBadge, When } from '../../../../platform/cockpit/value/index.ts';
import { orderWords } from '../words.ts';
import { disputeReason } from './dispute-reason.ts';
import type { DisputeRow } from './dispute-row.ts';
import { EvidenceDialog } from './evidence/evidence-dialog.tsx';
import { SentDialog } from './evidence/sent-dialog.tsx';

/** What banks want back, those first whose time is running out. */
export function Screen() {
  const { disputes: t, evidence, returns } = orderWords();
  const states = returns.state;
  const may = useMay();
  const [query] = useAddress();
  const [open, setOpen] = useState<DisputeRow>();
  const [shown, setShown] = useState<DisputeRow>();
  const isWaiting = textsIn(query, 'isWaiting')[0] === 'true';
  const asked = isWaiting ? { isWaiting: 'true' as const } : {};
  const found = useRows('listDisputes', { query: asked }, { about: ['payments'], isKept: true });
  const actionOf = (row: DisputeRow) => {
    if (row.contestedAt !== undefined) {
      return (
        <Button size="compact-sm" variant="default" onClick={() => setShown(row)}>
          {evidence.show}
        </Button>
      );
    }
    if (row.state !== 'open' || !may('payments:write')) return undefined;
    return (
      <Button size="compact-sm" onClick={() => setOpen(row)}>
        {t.answer}
      </Button>
    );
  };
  const columns: readonly Column<DisputeRow>[] = [
    { key: 'reason', label: t.reason, cell: ({ reason }) => disputeReason(reason), isTitle: true },
    { key: 'provider', label: t.provider, cell: ({ provider }) => provider, width: '120px' },
    { key: 'state', label: states, cell: (row) => <State of={row} />, width: '200px' },
    { key: 'due', label: t.due, cell: (row) => <Due of={row} />, width: '170px' },
    {
      ...{ key: 'opened', label: t.opened, width: '120px', isHidden: true },
      cell: ({ openedAt }) => <When at={openedAt} />,
    },
    {
      ...{ key: 'amount', label: t.amount, width: '120px', align: 'end' as const },
      cell: ({ amount }) => <Money of={amount} />,
    },
    {
      ...{ key: 'answer', label: t.answer, width: '150px', align: 'end' as const },
      cell: actionOf,
    },
  ];
  return (
    <Page title={t.title} about={t.about} isWhole>
      <ListBar filters={[{ key: 'isWaiting', label: t.answer, kind: 'flag' }]} columns={columns} />
      <DataTable
        label={t.title}
        columns={shownColumns(columns, textsIn(query, 'columns'))}
        source={found}
        idOf={({ id }) => id}
        pathOf={({ orderId }) => `/orders/${orderId}`}
        isFiltered={isWaiting}
        empty={<EmptyState icon={ShieldAlert} title={t.empty} text={t.emptyText} />}
        phone={(row) => ({
          title: disputeReason(row.reason),
          detail: row.evidenceDueAt ? `${t.due} ${momentOf(row.evidenceDueAt)}` : '',
          aside: <Money of={row.amount} />,
          action: actionOf(row),
        })}
      />
      {open && <EvidenceDialog of={open} onClose={() => setOpen(undefined)} />}
      {shown && <SentDialog of={shown} onClose={() => setShown(undefined)} />}
    </Page>
  );
}

function State({ of: { state, contestedAt } }: { readonly of: DisputeRow }) {
  const { disputes: t } = orderWords();
  const tone = state === 'won' ? 'good' : state === 'lost' ? 'neutral' : contestedAt ? 'active' : 'bad';
  return (
    <StateBadge tone={tone}>{state === 'open' && contestedAt ? t.answered : t.states[state]}</StateBadge>
  );
}

function Due({ of: { state, evidenceDueAt, contestedAt } }: { readonly of: DisputeRow }) {
  if (state !== 'open' || evidenceDueAt === undefined || contestedAt !== undefined) return '–';
  return <When at={evidenceDueAt} />;
}
