import { Button, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { type RowOf, useRows } from '../../../../platform/cockpit/api/index.ts';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import { countOf, moneyOf } from '../../../../platform/cockpit/text/index.ts';
import { dayOf } from '../day.ts';
import { ItemCell } from '../item-cell.tsx';
import { SCROLLED } from '../scrolled.ts';
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
        <Table.ScrollContainer minWidth={760} scrollAreaProps={SCROLLED}>
          <Table verticalSpacing={8} horizontalSpacing="md">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{words.goods}</Table.Th>
                <Table.Th>{t.theirs}</Table.Th>
                <Table.Th ta="right">{t.pack}</Table.Th>
                <Table.Th ta="right">{t.least}</Table.Th>
                {may('costs:read') && <Table.Th ta="right">{words.price}</Table.Th>}
                {isMine && <Table.Th ta="right">{t.entry.edit}</Table.Th>}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {prices.rows.map((row) => (
                <Table.Tr key={row.variantId}>
                  <Table.Td>
                    <ItemCell item={row.item} />
                  </Table.Td>
                  <Table.Td>{row.sku}</Table.Td>
                  <Table.Td ta="right">{countOf(row.packSize)}</Table.Td>
                  <Table.Td ta="right">{countOf(row.minimumQuantity)}</Table.Td>
                  {may('costs:read') && (
                    <Table.Td ta="right">
                      <Breaks of={row.breaks} />
                      {row.coming && (
                        <>
                          <Text size="xs" c="dimmed" mt={4}>
                            {t.entry.coming(dayOf(row.coming.validFrom))}
                          </Text>
                          <Breaks of={row.coming.breaks} />
                        </>
                      )}
                    </Table.Td>
                  )}
                  {isMine && (
                    <Table.Td ta="right">
                      <Button
                        size="compact-sm"
                        variant="subtle"
                        aria-label={`${t.entry.edit}: ${row.item?.title ?? words.gone}`}
                        onClick={() => edit(row)}
                      >
                        {t.entry.edit}
                      </Button>
                    </Table.Td>
                  )}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
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
