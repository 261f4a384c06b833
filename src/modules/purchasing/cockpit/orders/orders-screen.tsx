import { Button, Group } from '@mantine/core';
import { PackageOpen } from 'lucide-react';
import { useRead, useRows } from '../../../../platform/cockpit/api/index.ts';
import { EmptyState, Page } from '../../../../platform/cockpit/page/index.ts';
import { textIn, textsIn, useAddress, useGo, useMay } from '../../../../platform/cockpit/state/index.ts';
import {
  type Column,
  DataTable,
  type Filter,
  ListBar,
  shownColumns,
} from '../../../../platform/cockpit/table/index.ts';
import { countOf } from '../../../../platform/cockpit/text/index.ts';
import { Money, When } from '../../../../platform/cockpit/value/index.ts';
import { dayOf } from '../day.ts';
import { ORDER_STATES, OrderBadge, type OrderRow } from '../order-state.tsx';
import { usePlaces } from '../places.ts';
import { purchasingWords } from '../words.ts';
import { MoneyAhead } from './money-ahead.tsx';
import { NewOrder } from './new-order.tsx';

/** What is ordered of suppliers: in which state, what is late, what it comes to. */
export function Screen() {
  const t = purchasingWords();
  const go = useGo();
  const may = useMay();
  const [query, change] = useAddress();
  const { places } = usePlaces();
  const suppliers = useRead('listSuppliers', {}, { about: ['purchasing'] });
  const state = ORDER_STATES.filter((one) => textsIn(query, 'state').includes(one));
  const isLate = textIn(query, 'isLate') === 'true' || query['isLate'] === true;
  const asked = {
    state: state.length === 0 ? undefined : state,
    supplierId: textIn(query, 'supplierId') || undefined,
    locationId: textIn(query, 'locationId') || undefined,
    isLate: isLate ? ('true' as const) : undefined,
  };
  const orders = useRows('listPurchaseOrders', { query: asked }, { about: ['purchasing'], isKept: true });
  const columns = columnsOf();
  const names = (suppliers.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const filters: readonly Filter[] = [
    {
      ...{ key: 'state', label: t.state, kind: 'choice', isMany: true },
      options: ORDER_STATES.map((value) => ({ value, label: t.states[value] })),
    },
    { key: 'supplierId', label: t.supplier, kind: 'choice', options: names },
    { key: 'locationId', label: t.place, kind: 'choice', options: places },
    { key: 'isLate', label: t.late, kind: 'choice', options: [{ value: 'true', label: t.lateOnly }] },
  ];
  const isNew = textIn(query, 'new') === 'true' || query['new'] === true;
  const write = may('purchasing:write') && <Button onClick={() => change({ new: 'true' })}>{t.write}</Button>;
  return (
    <Page
      title={t.title}
      about={t.about}
      isWhole
      actions={
        <Group gap="xs">
          <Button variant="default" onClick={() => go('/purchasing/payables')}>
            {t.payables.title}
          </Button>
          <Button variant="default" onClick={() => go('/purchasing/suppliers')}>
            {t.suppliers.title}
          </Button>
          {write}
        </Group>
      }
    >
      <MoneyAhead />
      <ListBar filters={filters} columns={columns} />
      <DataTable
        label={t.title}
        columns={shownColumns(columns, textsIn(query, 'columns'))}
        source={orders}
        idOf={({ id }) => id}
        pathOf={({ id }) => `/purchasing/${id}`}
        isFiltered={Object.values(asked).some((one) => one !== undefined)}
        empty={<EmptyState icon={PackageOpen} title={t.empty} text={t.emptyText} action={write} />}
        phone={(order) => ({
          title: `${order.number} · ${order.supplier.name}`,
          detail: [dayOf(order.expectedOn), t.pieces(order.pieces)].filter(Boolean).join(' · '),
          aside: <OrderBadge of={order} />,
        })}
      />
      {isNew && may('purchasing:write') && (
        <NewOrder
          suppliers={(suppliers.data?.items ?? []).filter(({ isActive }) => isActive)}
          close={() => change({ new: undefined })}
        />
      )}
    </Page>
  );
}

function columnsOf(): readonly Column<OrderRow>[] {
  const t = purchasingWords();
  return [
    { key: 'number', label: t.number, cell: ({ number }) => number, isTitle: true, width: '110px' },
    { key: 'supplier', label: t.supplier, cell: ({ supplier }) => supplier.name },
    { key: 'state', label: t.state, cell: (order) => <OrderBadge of={order} />, width: '160px' },
    { key: 'expected', label: t.expected, cell: ({ expectedOn }) => dayOf(expectedOn), width: '130px' },
    {
      ...{ key: 'arrived', label: t.arrived, align: 'end', width: '130px' },
      cell: ({ received, pieces }) => `${countOf(received)} / ${countOf(pieces)}`,
    },
    {
      ...{ key: 'open', label: t.openValue, align: 'end', width: '140px' },
      cell: ({ openValue }) => openValue && <Money of={openValue} />,
    },
    {
      ...{ key: 'value', label: t.value, align: 'end', width: '140px' },
      cell: ({ value }) => value && <Money of={value} />,
    },
    {
      ...{ key: 'made', label: t.made, align: 'end', width: '130px' },
      cell: ({ made }) => <When at={made.at} />,
    },
  ];
}
