import { Group, NumberInput, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { MoneyField, problemsByField } from '../../../../platform/cockpit/form/index.ts';
import { ItemCell } from '../item-cell.tsx';
import type { Line } from '../order-state.tsx';
import { purchasingWords } from '../words.ts';
import { FormFrame, type FormProps } from './form-frame.tsx';

type Said = { readonly line: Line; readonly quantity: number; readonly amount: string };

/** What the supplier confirmed: filled with what was ordered, so that only differences are typed. */
export function ConfirmForm({ order, close }: FormProps) {
  const t = purchasingWords();
  const [day, setDay] = useState(order.expectedOn ?? '');
  const [said, setSaid] = useState<readonly Said[]>(() =>
    order.lines.map((line) => ({
      ...{ line, quantity: line.confirmed.quantity ?? line.quantity },
      amount: (line.confirmed.price ?? line.price)?.amount.amount ?? '',
    })),
  );
  const confirm = useWrite('confirmPurchaseOrder', {
    ...{ about: ['purchasing', 'inventory'], isTold: true, onDone: close },
  });
  const change = (one: Said, parts: Partial<Said>) =>
    setSaid(said.map((other) => (other === one ? { ...other, ...parts } : other)));
  const { currency } = order;
  const body = {
    ...(day === '' ? {} : { expectedOn: day }),
    lines: said.map(({ line, quantity, amount }) => ({
      ...{ lineId: line.id, quantity },
      ...(amount === '' ? {} : { price: { amount: { amount, currency }, per: line.price?.per ?? 1 } }),
    })),
  };
  return (
    <FormFrame
      about={t.confirm.text}
      problem={Object.values(problemsByField(confirm.error))[0]}
      verb={t.save}
      isReady
      isBusy={confirm.isPending}
      onDo={() => confirm.mutate({ params: { id: order.id }, body })}
      close={close}
    >
      <TextInput
        type="date"
        label={t.confirm.day}
        value={day}
        onChange={(event) => setDay(event.currentTarget.value)}
      />
      <Stack gap="xs">
        {said.map((one) => (
          <Group key={one.line.id} justify="space-between" gap="xs">
            <ItemCell item={one.line.item} sku={one.line.sku} />
            <Group gap="xs" wrap="nowrap">
              <NumberInput
                size="xs"
                w={90}
                label={t.quantity}
                aria-label={`${t.quantity}: ${one.line.item?.title ?? t.gone}`}
                value={one.quantity}
                min={0}
                max={1_000_000}
                allowDecimal={false}
                onChange={(typed) => change(one, { quantity: Number(typed) || 0 })}
              />
              {one.line.price !== undefined && (
                <MoneyField
                  size="xs"
                  w={130}
                  label={t.price}
                  aria-label={`${t.price}: ${one.line.item?.title ?? t.gone}`}
                  value={one.amount}
                  currency={currency}
                  onChange={(amount) => change(one, { amount })}
                />
              )}
            </Group>
          </Group>
        ))}
      </Stack>
    </FormFrame>
  );
}
