import { Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useRead } from '../../../../platform/cockpit/api/index.ts';
import { Money, When } from '../../../../platform/cockpit/value/index.ts';
import styles from './drill.module.css';

/** An order in one line, which leads to it. */
export function OrderLine({ id }: { readonly id: string }) {
  const { data } = useRead('readOrder', { params: { id } }, { about: ['orders'] });
  return (
    <Link to={`/orders/${id}`} className={styles.order}>
      {data === undefined ? (
        <Skeleton height={14} width="60%" />
      ) : (
        <>
          <span className={styles.number}>#{data.number}</span>
          <span className={styles.who}>{(data.shippingAddress ?? data.billingAddress).name}</span>
          <Money of={data.totals.total} />
          <span className={styles.when}>
            <When at={data.placedAt} />
          </span>
        </>
      )}
    </Link>
  );
}
