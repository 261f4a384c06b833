import { ActionIcon } from '@mantine/core';
import { CalendarClock, Trash2 } from 'lucide-react';
import { type RowOf, useRows, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { EmptyState, Page } from '../../../../platform/cockpit/page/index.ts';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import { type Column, DataTable } from '../../../../platform/cockpit/table/index.ts';
import { moneyOf } from '../../../../platform/cockpit/text/index.ts';
import { Money, When } from '../../../../platform/cockpit/value/index.ts';
import { GoodsCell } from '../goods-cell.tsx';
import { priceWords } from '../words.ts';

type Planned = RowOf<'listScheduledPrices'>;

/** Prices that are to begin, the soonest first; each can be taken back until then. */
export function Screen() {
  const t = priceWords();
  const rows = useRows('listScheduledPrices', { query: {} }, { about: ['pricing'] });
  const columns: readonly Column<Planned>[] = [
    {
      ...{ key: 'item', label: t.goods, isTitle: true },
      cell: ({ item }) => (item === undefined ? t.gone : <GoodsCell item={item} />),
    },
    { key: 'starts', label: t.starts, cell: ({ startsAt }) => <When at={startsAt} isDate />, width: '150px' },
    {
      ...{ key: 'current', label: t.now, align: 'end', width: '130px' },
      cell: ({ current }) => current && <Money of={current} isDim />,
    },
    { key: 'price', label: t.later, cell: ({ price }) => <Money of={price} />, align: 'end', width: '130px' },
    {
      ...{ key: 'compareAt', label: t.compareAt, align: 'end', width: '130px' },
      cell: ({ compareAt }) => compareAt && <Money of={compareAt} isDim />,
    },
    { key: 'withdraw', label: '', cell: (row) => <Withdraw row={row} />, align: 'end', width: '60px' },
  ];
  return (
    <Page title={t.scheduledTitle} about={t.scheduledText} isWhole>
      <DataTable
        label={t.scheduledTitle}
        columns={columns}
        source={rows}
        idOf={({ variantId, price, startsAt }) => `${variantId} ${price.currency} ${startsAt}`}
        empty={<EmptyState icon={CalendarClock} title={t.nothingScheduled} text={t.nothingScheduledText} />}
        phone={({ item, startsAt, price }) => ({
          title: item?.title ?? t.gone,
          detail: <When at={startsAt} isDate />,
          aside: moneyOf(price),
        })}
      />
    </Page>
  );
}

function Withdraw({ row }: { readonly row: Planned }) {
  const t = priceWords();
  const may = useMay();
  const { variantId, price, compareAt, startsAt } = row;
  const about = ['pricing'] as const;
  const again = useWrite('schedulePrices', { about });
  const withdraw = useWrite('withdrawScheduledPrices', {
    about,
    onDone: () =>
      sayDone(t.withdrawn(row.item?.title ?? ''), () =>
        again.mutate({
          body: { startsAt, prices: [{ variantId, price, ...(compareAt ? { compareAt } : {}) }] },
        }),
      ),
  });
  if (!may('prices:write')) return null;
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={t.withdraw(row.item?.title ?? '')}
      onClick={() => withdraw.mutate({ params: { variantId, currency: price.currency } })}
    >
      <Trash2 size={15} />
    </ActionIcon>
  );
}
