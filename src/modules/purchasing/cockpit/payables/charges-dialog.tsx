import {
  Alert,
  Button,
  Checkbox,
  Group,
  Modal,
  Select,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useState } from 'react';
import { type Told, useRead, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { MoneyField, problemsByField } from '../../../../platform/cockpit/form/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { Shown } from '../../../../platform/cockpit/page/index.ts';
import { moneyOf } from '../../../../platform/cockpit/text/index.ts';
import { purchasingWords } from '../words.ts';

type Payee = { readonly id: string; readonly name: string; readonly currency: string };
type Awaited = Told<'listAwaitedCosts'>['items'][number];
type Props = { readonly suppliers: readonly Payee[]; readonly close: () => void };

/** The invoice of a carrier or customs: which expected costs it is for, and what it asks for each. */
export function ChargesDialog(props: Props) {
  const t = purchasingWords().payables;
  const costs = useRead('listAwaitedCosts', {}, { about: ['purchasing'] });
  return (
    <Modal opened onClose={props.close} title={t.chargeTitle} size="lg" centered>
      <Shown of={costs}>{({ items }) => <ChargesForm {...props} costs={items} />}</Shown>
    </Modal>
  );
}

function ChargesForm({ suppliers, costs, close }: Props & { readonly costs: readonly Awaited[] }) {
  const words = purchasingWords();
  const t = words.payables;
  const [payeeId, setPayee] = useState<string>();
  const [number, setNumber] = useState('');
  const [day, setDay] = useState('');
  const [asked, setAsked] = useState<Readonly<Record<string, string>>>({});
  const [other, setOther] = useState('');
  const [tax, setTax] = useState('');
  const payee = suppliers.find(({ id }) => id === payeeId);
  const currency = payee?.currency ?? costs[0]?.amount?.currency ?? 'EUR';
  const undo = useWrite('undoChargesInvoice', { about: ['purchasing'] });
  const keep = useWrite('keepChargesInvoice', {
    ...{ about: ['purchasing'], isTold: true },
    onDone: ({ id }) => {
      sayDone(t.charged(number), () => undo.mutate({ params: { id } }));
      close();
    },
  });
  const lines = Object.entries(asked).map(([costId, amount]) => ({ costId, amount: { amount, currency } }));
  const body = {
    ...{ number: number.trim(), invoicedOn: day, lines },
    ...(other === '' ? {} : { other: { amount: other, currency } }),
    ...(tax === '' ? {} : { tax: { amount: tax, currency } }),
  };
  const hasAmounts =
    lines.every(({ amount }) => amount.amount !== '') && (lines.length > 0 || other !== '' || tax !== '');
  const isReady = payee !== undefined && number.trim() !== '' && day !== '' && hasAmounts;
  const problem = Object.values(problemsByField(keep.error))[0];
  const choose = ({ id, amount }: Awaited, isOn: boolean) => {
    const { [id]: _, ...rest } = asked;
    const expected = amount?.currency === currency ? amount.amount : '';
    setAsked(isOn ? { ...asked, [id]: expected } : rest);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) keep.mutate({ params: { id: payee.id }, body });
      }}
    >
      <Stack>
        <Text size="sm">{t.chargeText}</Text>
        {problem !== undefined && (
          <Alert color="red" role="alert">
            {problem}
          </Alert>
        )}
        <SimpleGrid cols={{ base: 1, sm: 3 }}>
          <Select
            label={t.payee}
            required
            searchable
            data={suppliers.map(({ id, name }) => ({ value: id, label: name }))}
            value={payeeId ?? null}
            onChange={(chosen) => setPayee(chosen ?? undefined)}
          />
          <TextInput
            label={words.invoices.number}
            required
            maxLength={100}
            value={number}
            onChange={(event) => setNumber(event.currentTarget.value)}
          />
          <TextInput
            type="date"
            label={words.invoices.day}
            required
            value={day}
            onChange={(event) => setDay(event.currentTarget.value)}
          />
        </SimpleGrid>
        <Stack gap="xs">
          {costs.length === 0 && (
            <Text size="sm" c="dimmed">
              {t.noneAwaited}
            </Text>
          )}
          {costs.map((cost) => (
            <Group key={cost.id} justify="space-between" gap="xs">
              <Checkbox
                label={`${words.costs.kinds[cost.kind]} · ${cost.reference}`}
                description={[
                  cost.order.number,
                  cost.order.supplier,
                  cost.amount && t.expected(moneyOf(cost.amount)),
                ]
                  .filter(Boolean)
                  .join(' · ')}
                checked={asked[cost.id] !== undefined}
                onChange={(event) => choose(cost, event.currentTarget.checked)}
              />
              {asked[cost.id] !== undefined && (
                <MoneyField
                  size="xs"
                  w={150}
                  aria-label={`${t.asked}: ${cost.reference}`}
                  value={asked[cost.id] ?? ''}
                  currency={currency}
                  onChange={(amount) => setAsked({ ...asked, [cost.id]: amount })}
                />
              )}
            </Group>
          ))}
        </Stack>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <MoneyField
            label={t.other}
            description={t.otherHint}
            value={other}
            currency={currency}
            onChange={setOther}
          />
          <MoneyField
            label={words.invoices.tax}
            description={t.taxHint}
            value={tax}
            currency={currency}
            onChange={setTax}
          />
        </SimpleGrid>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            {words.cancel}
          </Button>
          <Button type="submit" disabled={!isReady} loading={keep.isPending}>
            {t.keep}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
