import { Checkbox, Group, NumberInput, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { MoneyField, problemsByField } from '../../../../platform/cockpit/form/index.ts';
import { moneyOf } from '../../../../platform/cockpit/text/index.ts';
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
      .filter((line) => line.toInvoice > 0)
      .map((line) => ({ line, quantity: line.toInvoice, amount: line.toInvoiceValue?.amount ?? '' })),
  );
  const keep = useWrite('keepSupplierInvoice', { about: ['purchasing'], isTold: true, onDone: close });
  const [forCosts, setForCosts] = useState<readonly string[]>([]);
  const { currency } = order;
  const awaited = order.costs.filter(
    ({ invoiced, undone }) => invoiced === undefined && undone === undefined,
  );
  const change = (one: Invoiced, parts: Partial<Invoiced>) =>
    setLines(lines.map((other) => (other === one ? { ...other, ...parts } : other)));
  const given = lines.filter(({ quantity, amount }) => quantity > 0 && amount !== '');
  const body = {
    ...{ number, invoicedOn: day, acceptsPrices: isAccepted },
    lines: given.map(({ line, quantity, amount }) => ({
      ...{ lineId: line.id, quantity, value: { amount, currency } },
    })),
    ...(charges === '' ? {} : { charges: { amount: charges, currency }, expectedCostIds: [...forCosts] }),
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
        {lines.length === 0 && (
          <Text size="sm" c="dimmed">
            {t.invoices.nothing}
          </Text>
        )}
        {lines.map((one) => (
          <Group key={one.line.id} justify="space-between" gap="xs">
            <ItemCell item={one.line.item} sku={one.line.sku} />
            <Group gap="xs" wrap="nowrap">
              <NumberInput
                size="xs"
                w={90}
                label={t.invoices.invoiced}
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
                label={t.invoices.amount}
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
      {charges !== '' && awaited.length > 0 && (
        <Checkbox.Group
          label={t.invoices.forCosts}
          description={t.invoices.forCostsHint}
          value={[...forCosts]}
          onChange={setForCosts}
        >
          <Stack gap={6} mt={6}>
            {awaited.map(({ id, kind, reference, amount }) => (
              <Checkbox
                key={id}
                value={id}
                label={[t.cost(t.costs.kinds[kind], reference), amount && moneyOf(amount)]
                  .filter(Boolean)
                  .join(' · ')}
              />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
      <Checkbox
        label={t.invoices.accept}
        checked={isAccepted}
        onChange={(event) => setAccepted(event.currentTarget.checked)}
      />
    </FormFrame>
  );
}
