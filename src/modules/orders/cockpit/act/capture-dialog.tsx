import { Checkbox, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { MoneyField, parseAmount } from '../../../../platform/cockpit/form/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { moneyOf } from '../../../../platform/cockpit/text/index.ts';
import { isMore, minus } from '../money.ts';
import type { OrderDesk } from '../page/order-desk.ts';
import { orderWords } from '../words.ts';
import { Dialog } from './dialog.tsx';

/** Takes what is held on the card: all of it, or a part. */
export function CaptureDialog({ desk, onClose }: { readonly desk: OrderDesk; readonly onClose: () => void }) {
  const { acts: t, dealings } = orderWords();
  const { id, authorized, captured, currency } = desk.order;
  const held = minus(authorized, captured);
  const [typed, setTyped] = useState(held.amount);
  const [isFinal, setFinal] = useState(false);
  const [key] = useState(() => `cockpit ${crypto.randomUUID()}`);
  const amount = parseAmount(typed, currency);
  const isPart = amount !== undefined && amount !== held.amount;
  const isTooMuch = amount !== undefined && isMore({ amount, currency }, held);
  const rest = isPart && !isTooMuch ? minus(held, { amount, currency }) : undefined;
  const capture = useWrite('capturePayment', {
    about: ['orders', 'payments'],
    isTold: true,
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
      isOff={amount === undefined || isTooMuch}
      error={capture.error}
      onDo={send}
      onClose={onClose}
    >
      <Stack gap="sm">
        <MoneyField
          label={t.captureAmount}
          currency={currency}
          value={typed}
          error={isTooMuch && dealings.atMost(moneyOf(held))}
          onChange={setTyped}
        />
        {rest && (
          <Text size="sm" c="dimmed" aria-live="polite">
            {isFinal ? dealings.letGo(moneyOf(rest)) : dealings.staysHeld(moneyOf(rest))}
          </Text>
        )}
        {rest && (
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
