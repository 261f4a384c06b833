import { Group, NumberInput, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { MoneyField, problemsByField } from '../../../../platform/cockpit/form/index.ts';
import { ItemCell } from '../item-cell.tsx';
import { purchasingWords } from '../words.ts';
import { FormFrame, type FormProps } from './form-frame.tsx';

const REASONS = ['damaged', 'wrong', 'too_many', 'other'] as const;

/** What goes back to the supplier, and why. */
export function ReturnForm({ order, close }: FormProps) {
  const t = purchasingWords();
  const [reason, setReason] = useState<(typeof REASONS)[number]>('damaged');
  const [reference, setReference] = useState('');
  const [tax, setTax] = useState('');
  const [back, setBack] = useState<Readonly<Record<string, number>>>({});
  const send = useWrite('returnPurchasedGoods', {
    ...{ about: ['purchasing', 'inventory'], isTold: true, onDone: close },
  });
  const lines = Object.entries(back).flatMap(([lineId, quantity]) =>
    quantity > 0 ? [{ lineId, quantity }] : [],
  );
  const body = {
    ...{ lines, reason, reference },
    ...(tax === '' ? {} : { tax: { amount: tax, currency: order.currency } }),
  };
  return (
    <FormFrame
      problem={Object.values(problemsByField(send.error))[0]}
      verb={t.returns.send}
      isReady={lines.length > 0 && reference.trim() !== ''}
      isBusy={send.isPending}
      onDo={() => send.mutate({ params: { id: order.id }, body })}
      close={close}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Select
          label={t.returns.reason}
          data={REASONS.map((value) => ({ value, label: t.returns.reasons[value] }))}
          value={reason}
          allowDeselect={false}
          onChange={(chosen) => setReason(REASONS.find((one) => one === chosen) ?? 'other')}
        />
        <TextInput
          label={t.returns.reference}
          required
          maxLength={200}
          value={reference}
          onChange={(event) => setReference(event.currentTarget.value)}
        />
      </SimpleGrid>
      <Stack gap="xs">
        {order.lines
          .filter((line) => line.received > line.returned)
          .map((line) => (
            <Group key={line.id} justify="space-between" gap="xs">
              <ItemCell item={line.item} sku={line.sku} />
              <NumberInput
                size="xs"
                w={90}
                label={t.quantity}
                aria-label={`${t.quantity}: ${line.item?.title ?? t.gone}`}
                value={back[line.id] ?? 0}
                min={0}
                max={line.received - line.returned}
                allowDecimal={false}
                onChange={(typed) => setBack({ ...back, [line.id]: Number(typed) || 0 })}
              />
            </Group>
          ))}
      </Stack>
      {order.invoices.some(({ undone }) => undone === undefined) && (
        <MoneyField
          label={t.returns.tax}
          description={t.returns.taxHint}
          value={tax}
          currency={order.currency}
          onChange={setTax}
        />
      )}
    </FormFrame>
  );
}
