import { Checkbox, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useRead, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { MoneyField } from '../../../../platform/cockpit/form/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { moneyOf } from '../../../../platform/cockpit/text/index.ts';
import { isZero } from '../money.ts';
import styles from '../page/order.module.css';
import type { OrderDesk } from '../page/order-desk.ts';
import { orderWords } from '../words.ts';
import { Beyond, useBeyond } from './allowance.tsx';
import { Deductions } from './deductions.tsx';
import { Dialog } from './dialog.tsx';
import { QuantityList } from './quantities.tsx';
import { Plan } from './refund-plan.tsx';
import { useRefund } from './use-refund.ts';

/** Gives money back by the piece; what it comes to and the way it goes is shown as it is chosen. */
export function RefundDialog(props: {
  readonly desk: OrderDesk;
  readonly onClose: () => void;
  /** What came back, and is refunded by this. */
  readonly returned?: OrderDesk['returns'][number];
}) {
  const { desk, onClose, returned } = props;
  const t = orderWords().acts;
  const { order } = desk;
  const chosen = useRefund(desk, returned);
  const { body, isEmpty } = chosen;
  const [reason, setReason] = useState('');
  const [asked] = useDebouncedValue(body, 150);
  const preview = useRead(
    'previewRefund',
    { params: { id: order.id }, body: asked },
    { about: ['orders'], isOff: isEmpty, isKept: true },
  );
  const plan = isEmpty ? undefined : preview.data;
  const refund = useWrite('refundOrder', {
    about: ['orders', 'payments'],
    isTold: true,
    onDone: () => {
      sayDone(t.refundedNow(plan ? moneyOf(plan.amount) : ''));
      onClose();
    },
  });
  const beyond = useBeyond(plan?.amount);
  const send = () => {
    const why = { reason, ...(returned ? { returnId: returned.id } : {}) };
    refund.mutate({ params: { id: order.id }, body: { ...body, ...why } });
  };
  return (
    <Dialog
      title={t.refund}
      verb={plan ? t.refundNow(moneyOf(plan.amount)) : t.refundEmpty}
      isBusy={refund.isPending}
      isOff={isEmpty || reason.trim() === '' || preview.error !== null || beyond !== undefined}
      isDangerous
      error={refund.error ?? (isEmpty ? null : preview.error)}
      onDo={send}
      onClose={onClose}
    >
      <QuantityList
        lines={chosen.lines}
        most={chosen.most}
        of={chosen.quantities}
        onChange={chosen.setQuantity}
      />
      <Stack gap="sm">
        {returned && <Deductions desk={desk} of={chosen} />}
        <Extras desk={desk} of={chosen} />
        <TextInput
          label={t.reason}
          description={t.reasonHint}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={500}
          required
        />
        {plan && <Plan of={plan} />}
        {returned === undefined && <div className={styles.quiet}>{t.restock}</div>}
      </Stack>
      {plan && beyond && <Beyond why={beyond} amount={plan.amount} />}
    </Dialog>
  );
}

/** Beside the pieces: delivery, goodwill, and the way that it goes. */
function Extras({
  desk: { order },
  of,
}: {
  readonly desk: OrderDesk;
  readonly of: ReturnType<typeof useRefund>;
}) {
  const t = orderWords().acts;
  return (
    <>
      {!isZero(order.totals.delivery) && (
        <Checkbox
          label={t.withDelivery(moneyOf(order.totals.delivery))}
          checked={of.withDelivery}
          onChange={(event) => of.setWithDelivery(event.currentTarget.checked)}
        />
      )}
      <MoneyField
        label={t.goodwill}
        description={t.goodwillHint}
        currency={order.currency}
        value={of.goodwill}
        onChange={of.setGoodwill}
      />
      {order.customerId !== undefined && (
        <SegmentedControl
          aria-label={t.means}
          value={of.means}
          onChange={(value) => of.setMeans(value === 'store_credit' ? 'store_credit' : 'original')}
          data={[
            { value: 'original', label: t.original },
            { value: 'store_credit', label: t.credit },
          ]}
        />
      )}
    </>
  );
}
