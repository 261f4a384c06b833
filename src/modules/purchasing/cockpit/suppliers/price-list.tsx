import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { type RowOf, useRows } from '../../../../platform/cockpit/api/index.ts';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import { type FoldingColumn, FoldingTable } from '../../../../platform/cockpit/table/index.ts';
import { countOf, moneyOf } from '../../../../platform/cockpit/text/index.ts';
import { dayOf } from '../day.ts';
import { ItemCell } from '../item-cell.tsx';
import { purchasingWords } from '../words.ts';
import { PasteDialog } from './paste-dialog.tsx';
import { PriceDialog } from './price-dialog.tsx';
import type { Supplier } from './supplier-draft.ts';

type Entry = RowOf<'listSupplierPrices'>;

/** What a supplier sells, with packs, minimums and prices by quantity. */
export function PriceList({ supplier }: { readonly supplier: Supplier }) {
  const words = purchasingWords();
  const t = words.suppliers;
  const may = useMay();
  const [isPasting, setPasting] = useState(false);
  const [edited, edit] = useState<Entry | 'new'>();
  const isMine = may('purchasing:write') && may('costs:read');
  const prices = useRows('listSupplierPrices', { params: { id: supplier.id } }, { about: ['purchasing'] });
  const paste = may('purchasing:write') && (
    <>
      {may('costs:read') && (
        <Button size="compact-sm" variant="default" onClick={() => edit('new')}>
          {t.entry.add}
        </Button>
      )}
      <Button size="compact-sm" variant="default" onClick={() => setPasting(true)}>
        {t.paste}
      </Button>
    </>
  );
  return (
    <Card title={t.prices} actions={paste} isFlush>
      {prices.rows.length === 0 ? (
        <Text size="sm" c="dimmed" p="md">
          {t.pricesEmpty}
        </Text>
      ) : (
        <FoldingTable
          rows={prices.rows}
          keyOf={({ variantId }) => variantId}
          columns={[
            { key: 'goods', label: words.goods, cell: ({ item }) => <ItemCell item={item} /> },
            { key: 'theirs', label: t.theirs, cell: ({ sku }) => sku },
            { key: 'pack', label: t.pack, align: 'end', cell: ({ packSize }) => countOf(packSize) },
            {
              ...{ key: 'least', label: t.least, align: 'end' },
              cell: ({ minimumQuantity }) => countOf(minimumQuantity),
            },
            ...(may('costs:read') ? [priceColumn()] : []),
            ...(isMine ? [editColumn(edit)] : []),
          ]}
        />
      )}
      {prices.hasNextPage && (
        <Button
          variant="subtle"
          fullWidth
          loading={prices.isFetchingNextPage}
          onClick={() => prices.fetchNextPage()}
        >
          …
        </Button>
      )}
      {edited !== undefined && (
        <PriceDialog
          supplier={supplier}
          entry={edited === 'new' ? undefined : edited}
          close={() => edit(undefined)}
        />
      )}
      {isPasting && <PasteDialog supplierId={supplier.id} close={() => setPasting(false)} />}
    </Card>
  );
}

function priceColumn(): FoldingColumn<Entry> {
  const words = purchasingWords();
  return {
    ...{ key: 'price', label: words.price, align: 'end' },
    cell: ({ breaks, coming }) => (
      <>
        <Breaks of={breaks} />
        {coming && (
          <>
            <Text size="xs" c="dimmed" mt={4}>
              {words.suppliers.entry.coming(dayOf(coming.validFrom))}
            </Text>
            <Breaks of={coming.breaks} />
          </>
        )}
      </>
    ),
  };
}

function editColumn(edit: (entry: Entry) => void): FoldingColumn<Entry> {
  const words = purchasingWords();
  const t = words.suppliers.entry;
  return {
    ...{ key: 'edit', label: '', align: 'end' },
    cell: (row) => (
      <Button
        size="compact-sm"
        variant="subtle"
        aria-label={`${t.edit}: ${row.item?.title ?? words.gone}`}
        onClick={() => edit(row)}
      >
        {t.edit}
      </Button>
    ),
  };
}

type Break = {
  readonly from: number;
  readonly price?:
    | { readonly amount: { readonly amount: string; readonly currency: string }; readonly per: number }
    | undefined;
};

function Breaks({ of }: { readonly of: readonly Break[] }) {
  const words = purchasingWords();
  return of.map(({ from, price }) => (
    <Text key={from} size="sm">
      {price && moneyOf(price.amount)}
      <Text span size="xs" c="dimmed">
        {price && price.per > 1 && ` ${words.perCount(price.per)}`}
        {from > 1 && ` ${words.suppliers.from(from)}`}
      </Text>
    </Text>
  ));
}
