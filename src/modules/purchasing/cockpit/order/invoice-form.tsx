import { Checkbox, Group, NumberInput, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { MoneyField, problemsByField } from '../../../../platform/cockpit/form/index.ts';
import { ItemCell } from '../item-cell.tsx';
import type { Line } from '../order-state.tsx';
import { purchasingWords } from '../words.ts';
import { FormFrame, type FormProps } from './form-frame.tsx';

type Invoiced = { readonly line: Line; readonly quantity: number; readonly amount: string };

/** A supplier's invoice against what was ordered and what came. */
export function InvoiceForm({ order, close }: FormProps) {
  const t = purchasingWords();
  const [number, setNumber] = useState('');
  const [day, setDay] = useState('');
  const [charges, setCharges] = useState('');
  const [tax, setTax] = useState('');
  const [isAccepted, setAccepted] = useState(false);
  const [lines, setLines] = useState<readonly Invoiced[]>(() =>
    order.lines
      .filter((line) => line.received > 0)
      .map((line) => ({ line, quantity: line.received, amount: '' })),
  );
  const keep = useWrite('keepSupplierInvoice', { about: ['purchasing'], isTold: true, onDone: close });
  const { currency } = order;
  const change = (one: Invoiced, parts: Partial<Invoiced>) =>
    setLines(lines.map((other) => (other === one ? { ...other, ...parts } : other)));
  const given = lines.filter(({ quantity, amount }) => quantity > 0 && amount !== '');
  const body = {
    ...{ number, invoicedOn: day, acceptsPrices: isAccepted },
    lines: given.map(({ line, quantity, amount }) => ({
      ...{ lineId: line.id, quantity, value: { amount, currency } },
    })),
    ...(charges === '' ? {} : { charges: { amount: charges, currency } }),
    ...(tax === '' ? {} : { tax: { amount: tax, currency } }),
  };
  return (
    <FormFrame
      problem={Object.values(problemsByField(keep.error))[0]}
      verb={t.invoices.match}
      isReady={number.trim() !== '' && day !== '' && (given.length > 0 || charges !== '')}
      isBusy={keep.isPending}
      onDo={() => keep.mutate({ params: { id: order.id }, body })}
      close={close}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          label={t.invoices.number}
          required
          maxLength={100}
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t.invoices.day}
          required
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
      </SimpleGrid>
      <Stack gap="xs">
        {lines.map((one) => (
          <Group key={one.line.id} justify="space-between" gap="xs">
            <ItemCell item={one.line.item} sku={one.line.sku} />
            <Group gap="xs" wrap="nowrap">
              <NumberInput
                size="xs"
                w={90}
                aria-label={`${t.invoices.invoiced}: ${one.line.item?.title ?? t.gone}`}
                value={one.quantity}
                min={0}
                max={1_000_000}
                allowDecimal={false}
                onChange={(typed) => change(one, { quantity: Number(typed) || 0 })}
              />
              <MoneyField
                size="xs"
                w={140}
                placeholder={t.invoices.amount}
                aria-label={`${t.invoices.amount}: ${one.line.item?.title ?? t.gone}`}
                value={one.amount}
                currency={currency}
                onChange={(amount) => change(one, { amount })}
              />
            </Group>
          </Group>
        ))}
      </Stack>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <MoneyField label={t.invoices.charges} value={charges} currency={currency} onChange={setCharges} />
        <MoneyField label={t.invoices.tax} value={tax} currency={currency} onChange={setTax} />
      </SimpleGrid>
      <Checkbox
        label={t.invoices.accept}
        checked={isAccepted}
        onChange={(event) => setAccepted(event.currentTarget.checked)}
      />
    </FormFrame>
  );
}
