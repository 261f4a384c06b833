import { Button } from '@mantine/core';
import { ClipboardCheck, PackageSearch } from 'lucide-react';
import { type RowOf, useRead, useRows } from '../../../../platform/cockpit/api/index.ts';
import { EmptyState, Page } from '../../../../platform/cockpit/page/index.ts';
import { textIn, textsIn, useAddress, useGo, useMay } from '../../../../platform/cockpit/state/index.ts';
import {
  type Column,
  DataTable,
  ExportButton,
  type Filter,
  ListBar,
  shownColumns,
  ViewsMenu,
} from '../../../../platform/cockpit/table/index.ts';
import { countOf } from '../../../../platform/cockpit/text/index.ts';
import { Count, Why } from '../../../../platform/cockpit/value/index.ts';
import { detailOf, ItemCell } from '../item-cell.tsx';
import { type Place, usePlaces } from '../places.ts';
import { stockWords } from '../words.ts';
import { Adjust } from './adjust.tsx';
import styles from './levels.module.css';
import { LevelBadge } from './state-badge.tsx';

type Level = RowOf<'listStockLevels'>;

/** What every place has of everything, to be found, narrowed and put right. */
export function Screen() {
  const t = stockWords();
  const go = useGo();
  const may = useMay();
  const [query] = useAddress();
  const { places, nameOf } = usePlaces();
  const asked = askedIn(query);
  const levels = useRows(
    'listStockLevels',
    { query: asked },
    { about: ['inventory', 'catalog'], isKept: true },
  );
  const columns = columnsOf(nameOf);
  const total = levels.first?.total;
  const { sort: _, ...filter } = asked;
  return (
    <Page
      title={t.title}
      about={total && (total.isMore ? t.moreLevels(countOf(total.count)) : t.levels(total.count))}
      actions={
        may('stock:write') && (
          <Button leftSection={<ClipboardCheck size={15} />} onClick={() => go('/stocktakes?new=true')}>
            {t.beginCount}
          </Button>
        )
      }
      isWhole
    >
      <ListBar
        hint={t.search}
        filters={useFilters(places)}
        sortings={SORTS.map((value) => ({ value, label: t.sorts[value] }))}
        columns={columns}
      >
        <ViewsMenu list="stock" />
        <ExportButton operation="beginStockLevelExport" query={asked} title={t.title} />
      </ListBar>
      <DataTable
        label={t.title}
        columns={shownColumns(columns, textsIn(query, 'columns'))}
        source={levels}
        idOf={({ item, locationId }) => `${item.variantId} ${locationId}`}
        pathOf={({ item, locationId }) =>
          `/stock/movements?variantId=${item.variantId}&locationId=${locationId}`
        }
        isFiltered={Object.values(filter).some((value) => value !== undefined)}
        empty={<EmptyState icon={PackageSearch} title={t.empty} text={t.emptyText} />}
        phone={(level) => ({
          title: level.item.title,
          detail: [
            level.waiting === 0 ? '' : t.waitingCount(level.waiting),
            ...[detailOf(level.item), nameOf(level.locationId)],
          ]
            .filter(Boolean)
            .join(' · '),
          aside: (
            <>
              <Count of={level.available} /> <LevelBadge level={level} />
            </>
          ),
        })}
      />
    </Page>
  );
}

const SORTS = ['title', 'scarcest', 'most'] as const;
const STATES = ['out', 'low', 'enough'] as const;
const SELLS = ['from_stock', 'beyond_stock', 'untracked'] as const;

function askedIn(query: Readonly<Record<string, unknown>>) {
  const oneOf = <Value extends string>(values: readonly Value[], name: string) =>
    values.find((value) => value === textIn(query, name));
  const many = (name: string) => (textsIn(query, name).length === 0 ? undefined : [...textsIn(query, name)]);
  return {
    q: textIn(query, 'q') || undefined,
    locationId: many('locationId'),
    state: oneOf(STATES, 'state'),
    sells: oneOf(SELLS, 'sells'),
    brandId: many('brandId'),
    collectionId: textIn(query, 'collectionId') || undefined,
    sort: oneOf(SORTS, 'sort'),
  };
}

function useFilters(places: readonly Place[]): readonly Filter[] {
  const t = stockWords();
  const may = useMay();
  const choices = useRead(
    'listProductChoices',
    { query: {} },
    { about: ['catalog'], isAside: true, isOff: !may('products:read') },
  );
  const { brands = [], collections = [] } = choices.data ?? {};
  return [
    {
      ...{ key: 'state', label: t.state, kind: 'choice' },
      options: STATES.map((value) => ({ value, label: t.stateFilter[value] })),
    },
    { key: 'locationId', label: t.place, kind: 'choice', options: [...places], isMany: true },
    {
      ...{ key: 'sells', label: t.sells, kind: 'choice' },
      options: SELLS.map((value) => ({ value, label: t.selling[value] })),
    },
    {
      ...{ key: 'brandId', label: t.brand, kind: 'choice', isMany: true },
      options: brands.map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      ...{ key: 'collectionId', label: t.collection, kind: 'choice' },
      options: collections.map(({ id, title }) => ({ value: id, label: title })),
    },
  ];
}

function columnsOf(nameOf: (id: string) => string): readonly Column<Level>[] {
  const t = stockWords();
  const end = { align: 'end', width: '110px' } as const;
  return [
    { key: 'item', label: t.goods, cell: ({ item }) => <ItemCell item={item} />, isTitle: true },
    { key: 'place', label: t.place, cell: ({ locationId }) => nameOf(locationId), width: '140px' },
    { key: 'state', label: t.state, cell: (level) => <LevelBadge level={level} />, width: '120px' },
    { ...end, key: 'onHand', label: t.onHand, cell: (level) => <Adjust level={level} /> },
    { ...end, key: 'reserved', label: t.reserved, cell: ({ reserved }) => <Dim of={reserved} /> },
    {
      ...end,
      ...{ key: 'available', label: t.available },
      cell: (level) => <Available level={level} />,
    },
    {
      ...end,
      ...{ key: 'incoming', label: t.incoming },
      cell: ({ incoming }) => <Dim of={incoming} sign="+" />,
    },
    {
      ...end,
      ...{ key: 'waiting', label: t.waiting, width: '140px' },
      cell: ({ waiting }) => <Dim of={waiting} />,
    },
    {
      ...end,
      ...{ key: 'lowStockAt', label: t.lowAt, isHidden: true },
      cell: ({ lowStockAt }) => <Dim of={lowStockAt} />,
    },
    { key: 'barcode', label: t.barcode, cell: ({ item }) => item.barcode, width: '150px', isHidden: true },
  ];
}

function Available({ level }: { readonly level: Level }) {
  const t = stockWords();
  const { onHand, reserved, available } = level;
  if (reserved === 0) return <Count of={available} />;
  const steps = [
    { name: t.onHand, value: countOf(onHand) },
    { name: t.reserved, value: countOf(-reserved) },
    { name: t.available, value: countOf(available), isSum: true },
  ];
  return (
    <>
      <Why title={t.available} text={t.availableText} steps={steps} />
      <Count of={available} />
    </>
  );
}

/** A figure of little weight: nothing is a dash. */
function Dim({ of, sign = '' }: { readonly of: number; readonly sign?: string }) {
  return of === 0 ? (
    <span className={styles.way}>–</span>
  ) : (
    <span className={styles.figure}>
      {sign}
      {countOf(of)}
    </span>
  );
}
