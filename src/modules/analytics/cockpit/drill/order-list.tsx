import { Button } from '@mantine/core';
import { EmptyState, ErrorState, LoadingState } from '../../../../platform/cockpit/page/index.ts';
import { analyticsWords } from '../words.ts';
import styles from './drill.module.css';
import { OrderLine } from './order-line.tsx';
import type { ShownOrder } from './shown-order.ts';

/** Orders, page after page, each the way to its own page. */
export function OrderList({
  of: orders,
}: {
  readonly of: {
    readonly rows: readonly ShownOrder[];
    readonly error: Error | null;
    readonly isPending: boolean;
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly refetch: () => unknown;
    readonly fetchNextPage: () => unknown;
  };
}) {
  const t = analyticsWords();
  if (orders.error) return <ErrorState error={orders.error} retry={() => void orders.refetch()} />;
  if (orders.isPending) return <LoadingState />;
  if (orders.rows.length === 0) return <EmptyState title={t.noOrders} text={t.noOrdersText} />;
  return (
    <>
      <ul className={styles.orders}>
        {orders.rows.map((order) => (
          <li key={order.id ?? `${order.origin}:${order.number}`}>
            <OrderLine order={order} />
          </li>
        ))}
      </ul>
      {orders.hasNextPage && (
        <Button
          variant="subtle"
          loading={orders.isFetchingNextPage}
          onClick={() => void orders.fetchNextPage()}
        >
          {t.more}
        </Button>
      )}
    </>
  );
}
