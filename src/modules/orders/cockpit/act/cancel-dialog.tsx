import { Select, Text } from '@mantine/core';
import { useState } from 'react';
import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { moneyOf } from '../../../../platform/cockpit/text/index.ts';
import { isZero, minus, plus } from '../money.ts';
import type { OrderDesk } from '../page/order-desk.ts';
import { orderWords } from '../words.ts';
import { Beyond, useBeyond } from './allowance.tsx';
import { Dialog } from './dialog.tsx';

const REASONS = ['shopper', 'merchant', 'out_of_stock', 'fraud'] as const;
type Reason = (typeof REASONS)[number];

/** Cancels an order of which nothing went out; says first what becomes of the money. */
export function CancelDialog({ desk, onClose }: { readonly desk: OrderDesk; readonly onClose: () => void }) {
  const t = orderWords().acts;
  const { dealings } = orderWords();
  const { id, number, captured, authorized, refunded, credits } = desk.order;
  const [reason, setReason] = useState<Reason>('shopper');
  const [back, held] = [minus(captured, refunded), minus(authorized, captured)];
  const isPaid = desk.timeline.some(({ kind }) => kind === 'paid' || kind === 'authorized');
  const redeemed = credits.filter(({ kind }) => isPaid && kind !== 'exchange');
  const all = redeemed.reduce((sum, { amount }) => plus(sum, amount), back);
  const beyond = useBeyond(all);
  const cancel = useWrite('cancelOrder', {
    about: ['orders', 'inventory', 'payments'],
    isTold: true,
    onDone: () => {
      sayDone(t.cancelled);
      onClose();
    },
  });
  return (
    <Dialog
      title={t.cancelTitle(number)}
      about={t.cancelText}
      verb={t.cancel}
      size="md"
      isBusy={cancel.isPending}
      isDangerous
      isOff={beyond !== undefined}
      keep={dealings.keep}
      error={cancel.error}
      onDo={() => cancel.mutate({ params: { id }, body: { reason } })}
      onClose={onClose}
    >
      <Text size="sm" fw={560} mb="md">
        {isZero(all) && isZero(held) && t.cancelNothing}
        {!isZero(all) && t.cancelBack(moneyOf(all))} {!isZero(held) && t.cancelVoid(moneyOf(held))}
      </Text>
      <Select
        label={t.cancelReason}
        value={reason}
        onChange={(value) => setReason(REASONS.find((one) => one === value) ?? 'shopper')}
        data={REASONS.map((value) => ({ value, label: t.cancelReasons[value] }))}
        allowDeselect={false}
      />
      {beyond && <Beyond why={beyond} amount={all} />}
    </Dialog>
  );
}
