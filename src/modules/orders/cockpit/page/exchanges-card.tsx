import { Anchor, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { ConfirmButton, sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import { moneyOf } from '../../../../platform/cockpit/text/index.ts';
import { StateBadge, type Tone } from '../../../../platform/cockpit/value/index.ts';
import { orderWords } from '../words.ts';
import styles from './order.module.css';
import type { OrderDesk } from './order-desk.ts';

type Exchange = OrderDesk['exchanges'][number];

const TONES: Readonly<Record<Exchange['state'], Tone>> = {
  ...{ open: 'waiting', done: 'good', cancelled: 'neutral' },
};

/** Pieces that come back for others, as long as somebody may still call it off. */
export function ExchangesCard({ desk }: { readonly desk: OrderDesk }) {
  const t = orderWords().dealings;
  if (desk.exchanges.length === 0) return null;
  return (
    <Card title={t.exchanges}>
      {desk.exchanges.map((exchange) => (
        <div key={exchange.id} className={styles.part}>
          <div className={styles.row}>
            <span>
              {orderWords().returns.number} {numberOf(desk, exchange)}{' '}
              <span className={styles.quiet}>{t.exchangedFor(moneyOf(exchange.credit))}</span>{' '}
              <Anchor component={Link} to={`/orders/${exchange.newOrderId}`} size="sm">
                #{exchange.number}
              </Anchor>
            </span>
            <StateBadge tone={TONES[exchange.state]}>{t.exchangeStates[exchange.state]}</StateBadge>
          </div>
          <CallOff desk={desk} of={exchange} />
        </div>
      ))}
    </Card>
  );
}

function numberOf({ returns }: OrderDesk, { returnId }: Exchange) {
  return returns.find(({ id }) => id === returnId)?.number ?? '';
}

function CallOff({ desk, of }: { readonly desk: OrderDesk; readonly of: Exchange }) {
  const t = orderWords().dealings;
  const cancel = useWrite('cancelExchange', {
    about: ['orders', 'inventory', 'payments'],
    onDone: () => sayDone(t.calledOff),
  });
  const came = desk.returns.find(({ id }) => id === of.returnId)?.state === 'received';
  if (!useMay()('orders:write') || of.state !== 'open' || came) return null;
  const params = { id: desk.order.id, exchangeId: of.id };
  return (
    <Group mt="xs">
      <ConfirmButton
        title={t.callOffTitle(of.number)}
        text={t.callOffText}
        verb={t.callOff}
        onConfirm={() => cancel.mutateAsync({ params })}
      >
        {t.callOff}
      </ConfirmButton>
    </Group>
  );
}
