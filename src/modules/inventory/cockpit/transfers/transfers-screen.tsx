import { Button } from '@mantine/core';
import { Truck } from 'lucide-react';
import { useRows } from '../../../../platform/cockpit/api/index.ts';
import { EmptyState, Page } from '../../../../platform/cockpit/page/index.ts';
import { textIn, textsIn, useAddress, useGo, useMay } from '../../../../platform/cockpit/state/index.ts';
import {
  type Column,
  DataTable,
  type Filter,
  ListBar,
  shownColumns,
} from '../../../../platform/cockpit/table/index.ts';
import { countOf, dayOf } from '../../../../platform/cockpit/text/index.ts';
import { When } from '../../../../platform/cockpit/value/index.ts';
import { usePlaces } from '../places.ts';
import { stockWords } from '../words.ts';
import { TRANSFER_STATES, TransferBadge, type TransferRow } from './transfer-state.tsx';

/** Goods that go from place to place: planned, on their way, arrived. */
export function Screen() {
  const t = stockWords();
  const go = useGo();
  const may = useMay();
  const [query] = useAddress();
  const { places, nameOf } = usePlaces();
  const state = TRANSFER_STATES.filter((one) => textsIn(query, 'state').includes(one));
  const asked = {
    state: state.length === 0 ? undefined : state,
    locationId: textIn(query, 'locationId') || undefined,
  };
  const transfers = useRows('listTransfers', { query: asked }, { about: ['inventory'], isKept: true });
  const columns = columnsOf(nameOf);
  const filters: readonly Filter[] = [
    {
      ...{ key: 'state', label: t.state, kind: 'choice', isMany: true },
      options: TRANSFER_STATES.map((value) => ({ value, label: t.transfer.states[value] })),
    },
    { key: 'locationId', label: t.place, kind: 'choice', options: [...places] },
  ];
  const plan = may('stock:write') && <Button onClick={() => go('/transfers/new')}>{t.transfer.plan}</Button>;
  return (
    <Page title={t.transfer.title} about={t.transfer.about} actions={plan} isWhole>
      <ListBar filters={filters} columns={columns} />
      <DataTable
        label={t.transfer.title}
        columns={shownColumns(columns, textsIn(query, 'columns'))}
        source={transfers}
        idOf={({ id }) => id}
        pathOf={({ id }) => `/transfers/${id}`}
        isFiltered={asked.state !== undefined || asked.locationId !== undefined}
        empty={<EmptyState icon={Truck} title={t.transfer.empty} text={t.transfer.emptyText} action={plan} />}
        phone={(transfer) => ({
          title: `${transfer.number} · ${nameOf(transfer.toId)}`,
          detail: `${nameOf(transfer.fromId)} → ${nameOf(transfer.toId)} · ${t.transfer.pieces(transfer.quantity)}`,
          aside: <TransferBadge of={transfer} />,
        })}
      />
    </Page>
  );
}

function columnsOf(nameOf: (id: string) => string): readonly Column<TransferRow>[] {
  const t = stockWords();
  return [
    { key: 'number', label: t.transfer.number, cell: ({ number }) => number, isTitle: true, width: '110px' },
    { key: 'from', label: t.transfer.from, cell: ({ fromId }) => nameOf(fromId) },
    { key: 'to', label: t.transfer.to, cell: ({ toId }) => nameOf(toId) },
    { key: 'state', label: t.state, cell: (transfer) => <TransferBadge of={transfer} />, width: '140px' },
    {
      ...{ key: 'received', label: t.transfer.arrived, align: 'end', width: '130px' },
      cell: ({ received, quantity }) => `${countOf(received)} / ${countOf(quantity)}`,
    },
    {
      key: 'expected',
      label: t.transfer.expected,
      cell: ({ expectedOn }) => expectedOn && dayOf(expectedOn),
      width: '130px',
    },
    {
      ...{ key: 'made', label: t.transfer.made, align: 'end', width: '130px' },
      cell: ({ made }) => <When at={made.at} />,
    },
  ];
}
