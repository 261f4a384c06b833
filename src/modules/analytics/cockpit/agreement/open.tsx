import { Button, Drawer } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { CheckCheck, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useRows } from '../../../../platform/cockpit/api/index.ts';
import { EmptyState, ErrorState, LoadingState } from '../../../../platform/cockpit/page/index.ts';
import { countOf, moneyOf } from '../../../../platform/cockpit/text/index.ts';
import { Money, When } from '../../../../platform/cockpit/value/index.ts';
import { analyticsWords } from '../words.ts';
import styles from './agreement.module.css';
import { type OpenSum, sumOf } from './sums.ts';

type Kind = OpenSum['kind'];

const KINDS = ['owed', 'to_refund', 'at_provider', 'unconfirmed', 'disputed'] as const;

/** What is not settled, by what it waits for; each leads to its orders. */
export function Open({ of, currency }: { readonly of: readonly OpenSum[]; readonly currency: string }) {
  const t = analyticsWords().agreement;
  const [chosen, setChosen] = useState<Kind>();
  const kinds = KINDS.filter((kind) => of.some((sum) => sum.kind === kind));
  if (kinds.length === 0) {
    return <EmptyState icon={CheckCheck} title={t.nothingOpen} text={t.nothingOpenText} />;
  }
  return (
    <>
      <ul className={styles.open}>
        {kinds.map((kind) => (
          <li key={kind}>
            <OpenLine
              kind={kind}
              of={of.filter((sum) => sum.kind === kind)}
              currency={currency}
              onOpen={() => setChosen(kind)}
            />
          </li>
        ))}
      </ul>
      <Drawer
        opened={chosen !== undefined}
        onClose={() => setChosen(undefined)}
        position="right"
        size={420}
        title={chosen && t.openKinds[chosen]}
        closeButtonProps={{ 'aria-label': analyticsWords().close }}
      >
        {chosen && <Items kind={chosen} currency={currency} />}
      </Drawer>
    </>
  );
}

function OpenLine(props: {
  readonly kind: Kind;
  readonly of: readonly OpenSum[];
  readonly currency: string;
  readonly onOpen: () => void;
}) {
  const { kind, of, currency, onOpen } = props;
  const t = analyticsWords().agreement;
  const count = of.reduce((sum, one) => sum + one.count, 0);
  const oldest = of.map(({ since }) => since).toSorted()[0];
  const amount = sumOf(
    of.map((one) => one.amount),
    currency,
  );
  return (
    <button type="button" className={styles.openLine} onClick={onOpen}>
      <span className={styles.name}>{t.openKinds[kind]}</span>
      <span className={styles.amount}>{moneyOf(amount)}</span>
      <span className={styles.aside}>
        {t.orders(countOf(count), count)}
        {oldest !== undefined && (
          <>
            {' · '}
            {t.oldest} <When at={oldest} />
          </>
        )}
      </span>
      <ChevronRight size={14} aria-hidden />
    </button>
  );
}

function Items({ kind, currency }: { readonly kind: Kind; readonly currency: string }) {
  const t = analyticsWords();
  const items = useRows('listOpenItems', { query: { kind, currency } }, { about: ['analytics'] });
  if (items.error) return <ErrorState error={items.error} retry={() => void items.refetch()} />;
  if (items.isPending) return <LoadingState />;
  return (
    <>
      <ul className={styles.items}>
        {items.rows.map(({ orderId, orderNumber, provider, amount, since }) => (
          <li key={`${orderId} ${provider}`} className={styles.item}>
            <OrderName id={orderId} number={orderNumber} />
            <Money of={amount} />
            <span className={styles.aside}>{provider}</span>
            <span className={styles.aside}>
              <When at={since} />
            </span>
          </li>
        ))}
      </ul>
      {items.hasNextPage && (
        <Button
          variant="subtle"
          loading={items.isFetchingNextPage}
          onClick={() => void items.fetchNextPage()}
        >
          {t.more}
        </Button>
      )}
    </>
  );
}

/** An order by its number, as the way to it. */
export function OrderName({
  id,
  number,
}: {
  readonly id: string | undefined;
  readonly number: string | undefined;
}) {
  const t = analyticsWords().agreement;
  if (id === undefined) return <span>{t.noOrder}</span>;
  return (
    <Link to={`/orders/${id}`} className={styles.link}>
      {t.order(number ?? id.slice(-6))}
    </Link>
  );
}
