import { Drawer } from '@mantine/core';
import { useRows } from '../../../../platform/cockpit/api/index.ts';
import { NoPermission } from '../../../../platform/cockpit/page/index.ts';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import type { Row } from '../report.ts';
import type { Asked } from '../span/use-asked.ts';
import { analyticsWords } from '../words.ts';
import { OrderList } from './order-list.tsx';

const AT_ONCE = '50';
const LONGEST = 280;

/** The orders behind a row of a report, each the way to its own page. */
export function OrdersDrawer({
  report,
  row,
  title,
  asked,
  onClose,
}: {
  readonly report: string;
  readonly row: Row | undefined;
  readonly title: string;
  readonly asked: Asked;
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
      {row && <Orders report={report} row={row} asked={asked} />}
    </Drawer>
  );
}

function Orders({
  report,
  row,
  asked,
}: {
  readonly report: string;
  readonly row: Row;
  readonly asked: Asked;
}) {
  const isAllowed = useMay()('orders:read');
  const { compare: _, ...query } = asked.query;
  const of = Object.entries(row.of).flatMap(([dimension, value]) =>
    value.length > LONGEST ? [] : `${dimension}:${value}`,
  );
  const currency = row.currency === undefined ? {} : { currency: row.currency };
  const sent = { params: { id: report }, query: { ...query, ...currency, of, limit: AT_ONCE } };
  const orders = useRows('listReportOrders', sent, { about: ['analytics'], isOff: !isAllowed });
  if (!isAllowed) return <NoPermission permission="orders:read" />;
  return <OrderList of={orders} />;
}
