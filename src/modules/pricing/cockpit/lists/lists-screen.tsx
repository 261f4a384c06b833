import { Button } from '@mantine/core';
import { ListTree } from 'lucide-react';
import { useState } from 'react';
import { useRows } from '../../../../platform/cockpit/api/index.ts';
import { EmptyState, Page } from '../../../../platform/cockpit/page/index.ts';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import { type Column, DataTable } from '../../../../platform/cockpit/table/index.ts';
import { When } from '../../../../platform/cockpit/value/index.ts';
import { priceWords } from '../words.ts';
import { ListForm } from './list-form.tsx';
import { Active, type PriceList, whomOf } from './price-list.tsx';

/** Prices for some only: a segment, a market, from a quantity on, for a time. */
export function Screen() {
  const t = priceWords().lists;
  const may = useMay();
  const [isMaking, setMaking] = useState(false);
  const lists = useRows('listPriceLists', { query: {} }, { about: ['pricing'] });
  const make = may('prices:write') && <Button onClick={() => setMaking(true)}>{t.make}</Button>;
  const columns: readonly Column<PriceList>[] = [
    { key: 'name', label: t.name, cell: ({ name }) => name, isTitle: true },
    { key: 'for', label: t.for, cell: (list) => whomOf(list, t), width: '24%' },
    { key: 'kind', label: t.kind, cell: ({ kind }) => t.kinds[kind], width: '170px' },
    { key: 'state', label: t.state, cell: ({ isActive }) => <Active isActive={isActive} />, width: '110px' },
    { key: 'priority', label: t.priority, cell: ({ priority }) => priority, align: 'end', width: '90px' },
    {
      ...{ key: 'ends', label: t.ends, align: 'end', width: '130px' },
      cell: ({ endsAt }) => endsAt && <When at={endsAt} isDate />,
    },
  ];
  return (
    <Page title={t.title} about={t.about} actions={make} isWhole>
      <DataTable
        label={t.title}
        columns={columns}
        source={lists}
        idOf={({ id }) => id}
        pathOf={({ id }) => `/price-lists/${id}`}
        empty={<EmptyState icon={ListTree} title={t.empty} text={t.emptyText} action={make} />}
        phone={(list) => ({
          ...{ title: list.name, detail: whomOf(list, t), aside: <Active isActive={list.isActive} /> },
        })}
      />
      {isMaking && <ListForm close={() => setMaking(false)} />}
    </Page>
  );
}
