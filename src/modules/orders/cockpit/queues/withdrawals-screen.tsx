import { Button, Group, Modal, Text, Textarea } from '@mantine/core';
import { FileX2 } from 'lucide-react';
import { useState } from 'react';
import { type RowOf, useRows, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { words } from '../../../../platform/cockpit/messages/words.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { EmptyState, Facts, Page } from '../../../../platform/cockpit/page/index.ts';
import { textIn, textsIn, useAddress, useGo, useMay } from '../../../../platform/cockpit/state/index.ts';
import { type Column, DataTable, ListBar, shownColumns } from '../../../../platform/cockpit/table/index.ts';
import { momentOf } from '../../../../platform/cockpit/text/index.ts';
import { StateBadge, When } from '../../../../platform/cockpit/value/index.ts';
import { orderWords } from '../words.ts';

type Row = RowOf<'listWithdrawals'>;

/** Statements of withdrawal, those that wait first of all. */
export function Screen() {
  const t = orderWords();
  const [query] = useAddress();
  const [open, setOpen] = useState<Row>();
  const isWaiting = textIn(query, 'isWaiting') || textsIn(query, 'isWaiting')[0];
  const asked = isWaiting === 'true' ? { isWaiting: 'true' as const } : {};
  const found = useRows('listWithdrawals', { query: asked }, { about: ['orders'], isKept: true });
  const columns: readonly Column<Row>[] = [
    {
      ...{ key: 'name', label: t.withdrawals.name, isTitle: true },
      cell: (row) => (
        <Button variant="transparent" size="compact-sm" px={0} onClick={() => setOpen(row)}>
          {row.name === '' ? '–' : row.name}
        </Button>
      ),
    },
    {
      ...{ key: 'order', label: t.withdrawals.order, width: '150px' },
      cell: ({ orderNumber, orderId }) => (orderId ? `#${orderNumber}` : t.withdrawals.unmatched),
    },
    { key: 'state', label: t.returns.state, cell: (row) => <State of={row} />, width: '220px' },
    {
      ...{ key: 'at', label: t.withdrawals.submitted, width: '140px', align: 'end' as const },
      cell: ({ submittedAt }) => <When at={submittedAt} />,
    },
  ];
  return (
    <Page title={t.withdrawals.title} about={t.withdrawals.about} isWhole>
      <ListBar
        filters={[{ key: 'isWaiting', label: t.withdrawals.waiting, kind: 'flag' }]}
        columns={columns}
      />
      <DataTable
        label={t.withdrawals.title}
        columns={shownColumns(columns, textsIn(query, 'columns'))}
        source={found}
        idOf={({ id }) => id}
        isFiltered={isWaiting !== undefined && isWaiting !== ''}
        empty={<EmptyState icon={FileX2} title={t.withdrawals.empty} text={t.withdrawals.emptyText} />}
        phone={(row) => ({
          title: (
            <Button variant="transparent" size="compact-sm" px={0} onClick={() => setOpen(row)}>
              {row.name === '' ? '–' : row.name}
            </Button>
          ),
          detail: row.orderId ? `#${row.orderNumber}` : t.withdrawals.unmatched,
          aside: <State of={row} />,
        })}
      />
      {open && <StatementDialog of={open} onClose={() => setOpen(undefined)} />}
    </Page>
  );
}

function State({ of }: { readonly of: Row }) {
  const t = orderWords().withdrawals;
  return (
    <Group gap={6} wrap="nowrap">
      <StateBadge tone={of.handledAt === undefined ? 'waiting' : 'good'}>
        {of.handledAt === undefined ? t.waiting : t.handled}
      </StateBadge>
      {of.isLate && <StateBadge tone="neutral">{t.late}</StateBadge>}
    </Group>
  );
}

function StatementDialog({ of, onClose }: { readonly of: Row; readonly onClose: () => void }) {
  const { withdrawals: t, drafts, close } = orderWords();
  const may = useMay();
  const go = useGo();
  const [note, setNote] = useState('');
  const { orderId } = of;
  const handle = useWrite('handleWithdrawal', {
    about: ['orders'],
    onDone: () => {
      sayDone(t.done);
      onClose();
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={of.name || t.title}
      size="lg"
      closeButtonProps={{ 'aria-label': words().close }}
      centered
    >
      <Facts
        of={[
          [t.order, orderId ? `#${of.orderNumber}` : `${of.orderNumber} (${t.unmatched})`],
          [t.submitted, momentOf(of.submittedAt)],
          [t.handled, of.handledAt && momentOf(of.handledAt)],
          [t.handleNote, of.handledNote],
        ]}
      />
      <Text size="sm" mt="md" style={{ whiteSpace: 'pre-wrap' }}>
        {of.statement}
      </Text>
      {of.handledAt === undefined && may('orders:write') && (
        <Textarea
          mt="md"
          label={t.handleNote}
          value={note}
          maxLength={1_000}
          autosize
          minRows={2}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      )}
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onClose}>
          {close}
        </Button>
        {orderId && (
          <Button variant="default" onClick={() => go(`/orders/${orderId}`)}>
            {drafts.open}
          </Button>
        )}
        {of.handledAt === undefined && may('orders:write') && (
          <Button
            loading={handle.isPending}
            onClick={() => handle.mutate({ params: { id: of.id }, body: { note } })}
          >
            {t.handle}
          </Button>
        )}
      </Group>
    </Modal>
  );
}
