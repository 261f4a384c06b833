import { Button, Group, NumberInput, Stack, Text } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { type RowOf, useRead, useRows, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { FindField, MoneyField, parseAmount } from '../../../../platform/cockpit/form/index.ts';
import { ConfirmButton, sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { Card, EmptyState, Page, Shown } from '../../../../platform/cockpit/page/index.ts';
import { useGo, useMay, useSession } from '../../../../platform/cockpit/state/index.ts';
import { type Column, DataTable } from '../../../../platform/cockpit/table/index.ts';
import { Money } from '../../../../platform/cockpit/value/index.ts';
import { type FoundGoods, findGoods } from '../find-goods.ts';
import { GoodsCell } from '../goods-cell.tsx';
import { priceWords } from '../words.ts';
import { ListForm } from './list-form.tsx';
import { Active, type PriceList, whomOf } from './price-list.tsx';

type Listed = RowOf<'listPricesOfList'>;

/** One price list: whom it is for, and what each of its goods costs them. */
export function Screen() {
  const { id = '' } = useParams({ strict: false });
  const lists = useRead('listPriceLists', { query: { limit: '100' } }, { about: ['pricing'] });
  const t = priceWords().lists;
  return (
    <Shown of={lists}>
      {({ items }) => {
        const list = items.find((one) => one.id === id);
        return list === undefined ? <EmptyState title={t.unknown} /> : <ListPage list={list} />;
      }}
    </Shown>
  );
}

function ListPage({ list }: { readonly list: PriceList }) {
  const t = priceWords().lists;
  const go = useGo();
  const may = useMay();
  const [isChanging, setChanging] = useState(false);
  const rows = useRows('listPricesOfList', { params: { id: list.id }, query: {} }, { about: ['pricing'] });
  const remove = useWrite('removePriceList', { about: ['pricing'], onDone: () => go('/price-lists') });
  return (
    <Page
      title={list.name}
      back="/price-lists"
      aside={<Active isActive={list.isActive} />}
      about={`${whomOf(list, t)} · ${t.kinds[list.kind]}`}
      actions={
        may('prices:write') && (
          <>
            <ConfirmButton
              title={t.removeTitle(list.name)}
              text={t.removeText}
              verb={t.remove}
              onConfirm={() => remove.mutateAsync({ params: { id: list.id } })}
            >
              {t.remove}
            </ConfirmButton>
            <Button onClick={() => setChanging(true)}>{t.change}</Button>
          </>
        )
      }
      isWhole
    >
      {may('prices:write') && <AddPrice id={list.id} />}
      <DataTable
        label={t.prices}
        columns={columnsOf(t)}
        source={rows}
        idOf={({ variantId, price, fromQuantity }) => `${variantId} ${price.currency} ${fromQuantity}`}
        empty={<EmptyState title={t.noPrices} text={t.noPricesText} />}
        phone={({ item, fromQuantity, price }) => ({
          ...{ title: item?.title ?? '', detail: t.fromPieces(fromQuantity), aside: <Money of={price} /> },
        })}
      />
      {isChanging && <ListForm list={list} close={() => setChanging(false)} />}
    </Page>
  );
}

function columnsOf(t: ReturnType<typeof priceWords>['lists']): readonly Column<Listed>[] {
  return [
    { key: 'item', label: t.goods, cell: ({ item }) => item && <GoodsCell item={item} />, isTitle: true },
    {
      key: 'from',
      label: t.from,
      cell: ({ fromQuantity }) => t.fromPieces(fromQuantity),
      align: 'end',
      width: '150px',
    },
    {
      key: 'base',
      label: t.base,
      cell: ({ base }) => base && <Money of={base} isDim />,
      align: 'end',
      width: '130px',
    },
    { key: 'price', label: t.price, cell: ({ price }) => <Money of={price} />, align: 'end', width: '130px' },
  ];
}

function AddPrice({ id }: { readonly id: string }) {
  const t = priceWords().lists;
  const { currency } = useSession().shop;
  const [picked, setPicked] = useState<FoundGoods>();
  const [amount, setAmount] = useState('');
  const [from, setFrom] = useState<string | number>(1);
  const save = useWrite('setListPrices', {
    about: ['pricing'],
    onDone: () => {
      sayDone(t.saved);
      setPicked(undefined);
      setAmount('');
    },
  });
  const typed = parseAmount(amount, currency);
  return (
    <Card>
      <Stack gap="sm">
        <FindField
          name="goods to price"
          find={findGoods}
          onTake={setPicked}
          placeholder={t.find}
          aria-label={t.find}
        />
        {picked !== undefined && (
          <Group align="flex-end">
            <div style={{ flex: 1 }}>
              <GoodsCell item={picked.item} />
            </div>
            <NumberInput w={110} label={t.from} min={1} max={1_000_000} value={from} onChange={setFrom} />
            <MoneyField w={150} label={t.price} currency={currency} value={amount} onChange={setAmount} />
            <Button
              disabled={typed === undefined}
              loading={save.isPending}
              onClick={() => {
                if (typed === undefined) return;
                const price = { amount: typed, currency };
                const prices = [{ variantId: picked.variantId, price, fromQuantity: Number(from) || 1 }];
                save.mutate({ params: { id }, body: { prices } });
              }}
            >
              {t.add}
            </Button>
          </Group>
        )}
        {picked === undefined && (
          <Text size="xs" c="dimmed">
            {t.findText}
          </Text>
        )}
      </Stack>
    </Card>
  );
}
