import { Button } from '@mantine/core';
import { ScanBarcode } from 'lucide-react';
import { useRows } from '../../../../platform/cockpit/api/index.ts';
import { EmptyState, Page } from '../../../../platform/cockpit/page/index.ts';
import { textIn, textsIn, useAddress, useMay } from '../../../../platform/cockpit/state/index.ts';
import {
  type Column,
  DataTable,
  type Filter,
  ListBar,
  shownColumns,
} from '../../../../platform/cockpit/table/index.ts';
import { countOf } from '../../../../platform/cockpit/text/index.ts';
import { When } from '../../../../platform/cockpit/value/index.ts';
import { usePlaces } from '../places.ts';
import { stockWords } from '../words.ts';
import { OpenStocktake } from './open-stocktake.tsx';
import { STOCKTAKE_STATES, type Stocktake, StocktakeBadge } from './stocktake-state.tsx';

/** Counts of shelves and whole places: under way, approved, given up. */
export function Screen() {
  const t = stockWords();
  const may = useMay();
  const [query, change] = useAddress();
  const { places, nameOf } = usePlaces();
  const asked = {
    state: STOCKTAKE_STATES.find((state) => state === textIn(query, 'state')),
    locationId: textIn(query, 'locationId') || undefined,
  };
  const counts = useRows('listStocktakes', { query: asked }, { about: ['inventory'], isKept: true });
  const columns = columnsOf(nameOf);
  const filters: readonly Filter[] = [
    {
      ...{ key: 'state', label: t.state, kind: 'choice' },
      options: STOCKTAKE_STATES.map((value) => ({ value, label: t.count.states[value] })),
    },
    { key: 'locationId', label: t.place, kind: 'choice', options: [...places] },
  ];
  const begin = may('stock:write') && <Button onClick={() => change({ new: 'true' })}>{t.beginCount}</Button>;
  return (
    <Page title={t.count.title} about={t.count.about} actions={begin} isWhole>
      <ListBar filters={filters} columns={columns} />
      <DataTable
        label={t.count.title}
        columns={shownColumns(columns, textsIn(query, 'columns'))}
        source={counts}
        idOf={({ id }) => id}
        pathOf={({ id }) => `/stocktakes/${id}`}
        isFiltered={asked.state !== undefined || asked.locationId !== undefined}
        empty={
          <EmptyState icon={ScanBarcode} title={t.count.empty} text={t.count.emptyText} action={begin} />
        }
        phone={(count) => ({
          title: count.name,
          detail: `${count.number} · ${nameOf(count.locationId)} · ${countOf(count.counted)} / ${countOf(count.lines)}`,
          aside: <StocktakeBadge of={count} />,
        })}
      />
      {(textIn(query, 'new') === 'true' || query['new'] === true) && may('stock:write') && (
        <OpenStocktake places={places} close={() => change({ new: undefined })} />
      )}
    </Page>
  );
}

function columnsOf(nameOf: (id: string) => string): readonly Column<Stocktake>[] {
  const t = stockWords();
  return [
    { key: 'name', label: t.count.name, cell: ({ name }) => name, isTitle: true },
    { key: 'number', label: t.count.number, cell: ({ number }) => number, width: '100px' },
    { key: 'place', label: t.place, cell: ({ locationId }) => nameOf(locationId), width: '160px' },
    { key: 'state', label: t.state, cell: (count) => <StocktakeBadge of={count} />, width: '130px' },
    {
      ...{ key: 'counted', label: t.count.counted, align: 'end', width: '130px' },
      cell: ({ counted, lines }) => `${countOf(counted)} / ${countOf(lines)}`,
    },
    {
      ...{ key: 'different', label: t.count.different, align: 'end', width: '120px' },
      cell: ({ different }) => countOf(different),
    },
    {
      ...{ key: 'opened', label: t.count.begun, align: 'end', width: '130px' },
      cell: ({ opened }) => <When at={opened.at} />,
    },
  ];
}
