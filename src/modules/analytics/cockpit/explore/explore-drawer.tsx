import { Drawer } from '@mantine/core';
import { useRows } from '../../../../platform/cockpit/api/index.ts';
import { NoPermission } from '../../../../platform/cockpit/page/index.ts';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import { OrderList } from '../drill/order-list.tsx';
import type { Row } from '../report.ts';
import { analyticsWords } from '../words.ts';

const LONGEST = 1_000;

/** The orders behind a row of an answer. */
export function ExploreDrawer({
  text,
  row,
  title,
  onClose,
}: {
  readonly text: string;
  readonly row: Row | undefined;
  readonly title: string;
  readonly onClose: () => void;
}) {
  const t = analyticsWords();
  return (
    <Drawer
      opened={row !== undefined}
      onClose={onClose}
      position="right"
      size={420}
      title={t.ordersOf(title)}
      closeButtonProps={{ 'aria-label': t.close }}
    >
      {row && <Orders text={text} row={row} />}
    </Drawer>
  );
}

function Orders({ text, row }: { readonly text: string; readonly row: Row }) {
  const isAllowed = useMay()('orders:read');
  const of = Object.entries(row.of).flatMap(([dimension, value]) =>
    value.length > LONGEST ? [] : `${dimension}:${value}`,
  );
  const currency = row.currency === undefined ? {} : { currency: row.currency };
  const query = { q: text, of, ...currency, limit: '50' };
  const orders = useRows('listExplorationOrders', { query }, { about: ['analytics'], isOff: !isAllowed });
  return isAllowed ? <OrderList of={orders} /> : <NoPermission permission="orders:read" />;
}
