import { Button, Group } from '@mantine/core';
import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { ConfirmButton, sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import { moneyOf } from '../../../../platform/cockpit/text/index.ts';
import { StateBadge, type Tone, When } from '../../../../platform/cockpit/value/index.ts';
import { orderWords } from '../words.ts';
import styles from './order.module.css';
import type { OrderDesk } from './order-desk.ts';

type Refund = OrderDesk['refunds'][number];

const TONES: Readonly<Record<Refund['state'], Tone>> = {
  ...{ pending: 'active', incomplete: 'bad', done: 'good', refused: 'bad' },
};

/** What was given back; of which a provider refused a part, with the ways out. */
export function RefundsCard({ desk }: { readonly desk: OrderDesk }) {
  const t = orderWords().dealings;
  if (desk.refunds.length === 0) return null;
  return (
    <Card title={t.refunds}>
      <ul className={styles.rows}>
        {desk.refunds.map((refund) => (
          <li key={refund.id}>
            <div className={styles.row}>
              <span>
                <When at={refund.requestedAt} /> <span className={styles.quiet}>{reasonOf(refund)}</span>
              </span>
              <span style={{ display: 'inline-flex', alignItems: 'center', gap: 8 }}>
                <StateBadge tone={TONES[refund.state]}>{t.refundStates[refund.state]}</StateBadge>
                <span className={styles.sum}>{moneyOf(refund.amount)}</span>
              </span>
            </div>
            {refund.refusal && <div className={styles.quiet}>{refund.refusal}</div>}
            {refund.state === 'incomplete' && <WaysOut desk={desk} refundId={refund.id} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function WaysOut({ desk: { order }, refundId }: { readonly desk: OrderDesk; readonly refundId: string }) {
  const { dealings: t } = orderWords();
  const resolve = useWrite('resolveRefund', {
    about: ['orders', 'payments', 'credits'],
    onDone: ({ state }) => sayDone(state === 'done' ? t.refundStates.done : t.retried),
  });
  if (!useMay()('orders:refund')) return null;
  const params = { id: order.id, refundId };

  return (
    <Group gap="xs" mt="xs">
      <Button
        variant="default"
        loading={resolve.isPending}
        onClick={() => resolve.mutate({ params, body: { by: 'retry' } })}
      >
        {t.retry}
      </Button>
      {order.customerId !== undefined && (
        <ConfirmButton
          title={t.creditInstead}
          text={t.creditInsteadText}
          verb={t.creditInstead}
          isDangerous={false}
          onConfirm={() => resolve.mutateAsync({ params, body: { by: 'store_credit' } })}
        >
          {t.creditInstead}
        </ConfirmButton>
      )}
    </Group>
  );
}

/** Reasons of our own are in the timeline in words. */
function reasonOf({ reason }: Refund): string {
  const { because } = orderWords();
  const named: Readonly<Record<string, string>> = because;
  return named[reason] ?? reason;
}
