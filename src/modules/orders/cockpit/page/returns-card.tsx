import { Button, Group } from '@mantine/core';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import { StateBadge, When } from '../../../../platform/cockpit/value/index.ts';
import { DecideButton } from '../act/decide-button.tsx';
import { LabelButton } from '../act/label-button.tsx';
import { ReceiveButton } from '../act/receive-button.tsx';
import { RefundButton } from '../act/refund-button.tsx';
import { useFinishExchange } from '../act/use-finish-exchange.ts';
import { ReturnStateBadge } from '../queues/return-state.tsx';
import { orderWords } from '../words.ts';
import styles from './order.module.css';
import { linesOf, mayBe, type OrderDesk, optionsOf } from './order-desk.ts';

/** What comes back, each with the next thing to do about it. */
export function ReturnsCard({ desk }: { readonly desk: OrderDesk }) {
  const t = orderWords();
  if (desk.returns.length === 0) return null;
  return (
    <Card title={t.page.returns}>
      {desk.returns.map((one) => (
        <ReturnPart key={one.id} desk={desk} of={one} />
      ))}
    </Card>
  );
}

function ReturnPart({ desk, of }: { readonly desk: OrderDesk; readonly of: OrderDesk['returns'][number] }) {
  const t = orderWords();
  const may = useMay();
  const lines = linesOf(desk);
  const exchange = desk.exchanges.find(({ returnId, state }) => returnId === of.id && state === 'open');
  const finish = useFinishExchange(desk);
  const isRefunded = desk.refunds.some(({ returnId }) => returnId === of.id);
  return (
    <div className={styles.part}>
      <div className={styles.row}>
        <span className={styles.name}>
          {t.returns.number} {of.number}{' '}
          <span className={styles.quiet} style={{ fontWeight: 400 }}>
            <When at={of.requestedAt} />
          </span>
        </span>
        <Group gap={6}>
          {of.isWithdrawal && <StateBadge tone="neutral">{t.page.withdrawal}</StateBadge>}
          <ReturnStateBadge of={of.state} />
        </Group>
      </div>
      <ul className={styles.rows} style={{ marginTop: 6 }}>
        {of.lines.map(({ lineId, quantity, reason, note, sellableQuantity, damagedQuantity }) => {
          const line = lines.find(({ id }) => id === lineId);
          return (
            <li key={lineId} className={styles.quiet}>
              {quantity} × {line?.title} {line && optionsOf(line)} · {t.acts.returnReasons[reason]}
              {note !== '' && ` · “${note}”`}
              {of.state === 'received' &&
                ` · ${sellableQuantity} ${t.acts.sellable}, ${damagedQuantity} ${t.acts.damaged}`}
            </li>
          );
        })}
      </ul>
      {may('orders:write') && (
        <Group gap="xs" mt="xs">
          {of.state === 'requested' && <DecideButton desk={desk} returnId={of.id} />}
          {of.state === 'approved' && <ReceiveButton desk={desk} of={of} />}
          {of.state === 'approved' && <LabelButton desk={desk} returnId={of.id} />}
          {exchange && of.state === 'received' && (
            <Button loading={finish.isPending} onClick={() => finish.send(exchange.id)}>
              {t.acts.finish}
            </Button>
          )}
          {of.state === 'received' && !of.isExchange && !isRefunded && mayBe(desk, 'refund') && (
            <RefundButton desk={desk} returned={of} />
          )}
        </Group>
      )}
    </div>
  );
}
