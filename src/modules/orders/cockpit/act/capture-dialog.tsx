import { Checkbox, Stack } from '@mantine/core';
import { useState } from 'react';
import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { MoneyField, parseAmount } from '../../../../platform/cockpit/form/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { moneyOf } from '../../../../platform/cockpit/text/index.ts';
import { minus } from '../money.ts';
import type { OrderDesk } from '../page/order-desk.ts';
import { orderWords } from '../words.ts';
import { Dialog } from './dialog.tsx';

/** Takes what is held on the card: all of it, or a part. */
export function CaptureDialog({ desk, onClose }: { readonly desk: OrderDesk; readonly onClose: () => void }) {
  const t = orderWords().acts;
  const { id, authorized, captured, currency } = desk.order;
  const held = minus(authorized, captured);
  const [typed, setTyped] = useState(held.amount);
  const [isFinal, setFinal] = useState(false);
  const [key] = useState(() => `cockpit ${crypto.randomUUID()}`);
  const amount = parseAmount(typed, currency);
  const capture = useWrite('capturePayment', {
    about: ['orders', 'payments'],
    onDone: () => {
      sayDone(t.captured);
      onClose();
    },
  });
  const send = () => {
    if (amount === undefined) return;
    const wanted = amount === held.amount ? {} : { amount: { amount, currency }, isFinal };
    capture.mutate({ params: { id }, body: { key, ...wanted } });
  };
  return (
    <Dialog
      title={t.captureTitle}
      about={t.captureText(moneyOf(held))}
      verb={amount === undefined ? t.capture : t.captureNow(moneyOf({ amount, currency }))}
      size="md"
      isBusy={capture.isPending}
      isOff={amount === undefined}
      error={capture.error}
      onDo={send}
      onClose={onClose}
    >
      <Stack gap="sm">
        <MoneyField label={t.captureAmount} currency={currency} value={typed} onChange={setTyped} />
        {amount !== held.amount && (
          <Checkbox
            label={t.captureFinal}
            checked={isFinal}
            onChange={(event) => setFinal(event.currentTarget.checked)}
          />
        )}
      </Stack>
    </Dialog>
  );
}
