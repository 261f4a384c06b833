import { Button } from '@mantine/core';
import { LayoutGrid } from 'lucide-react';
import { type RowOf, useRows } from '../../../platform/cockpit/api/index.ts';
import { EmptyState, Page } from '../../../platform/cockpit/page/index.ts';
import { textIn, textsIn, useAddress, useGo, useMay } from '../../../platform/cockpit/state/index.ts';
import { type Column, DataTable, ListBar, shownColumns } from '../../../platform/cockpit/table/index.ts';
import { Count, StateBadge, When } from '../../../platform/cockpit/value/index.ts';
import { collectionWords } from './words.ts';

type Row = RowOf<'listCollections'>;

/** Where shoppers meet products under one heading. */
export function Screen() {
  const t = collectionWords();
  const go = useGo();
  const [query] = useAddress();
  const mayWrite = useMay()('products:write');
  const [q, kind] = [textIn(query, 'q'), textIn(query, 'kind')];
  const asked = { ...(q === '' ? {} : { q }), ...(kind === '' ? {} : { kind: kind as Row['kind'] }) };
  const collections = useRows(
    'listCollections',
    { query: asked },
    { about: ['merchandising'], isKept: true },
  );
  const add = mayWrite && <Button onClick={() => go('/collections/new')}>{t.add}</Button>;
  const columns: readonly Column<Row>[] = [
    { key: 'title', label: t.name, cell: ({ title }) => title, isTitle: true },
    { key: 'kind', label: t.kind, width: '120px', cell: (row) => t.kinds[row.kind] },
    {
      key: 'products',
      label: t.products,
      width: '110px',
      align: 'end',
      cell: ({ products }) => <Count of={products} />,
    },
    { key: 'sort', label: t.sort, width: '190px', cell: ({ sort }) => t.sorts[sort] },
    {
      ...{ key: 'published', label: t.published, width: '130px' },
      cell: ({ isPublished }) => (
        <StateBadge tone={isPublished ? 'good' : 'neutral'}>{isPublished ? t.published : t.draft}</StateBadge>
      ),
    },
    {
      key: 'updated',
      label: t.updated,
      width: '130px',
      align: 'end',
      cell: ({ updatedAt }) => <When at={updatedAt} />,
    },
  ];
  const kinds = Object.entries(t.kinds).map(([value, label]) => ({ value, label }));
  return (
    <Page title={t.title} actions={add} isWhole>
      <ListBar
        hint={t.search}
        filters={[{ key: 'kind', label: t.kind, kind: 'choice', options: kinds }]}
        columns={columns}
      />
      <DataTable
        {...{ label: t.title, source: collections, isFiltered: q !== '' || kind !== '' }}
        columns={shownColumns(columns, textsIn(query, 'columns'))}
        idOf={({ id }) => id}
        pathOf={({ id }) => `/collections/${id}`}
        empty={<EmptyState icon={LayoutGrid} title={t.empty} text={t.emptyText} action={add} />}
      />
    </Page>
  );
}
