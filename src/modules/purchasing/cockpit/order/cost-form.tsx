import { Select, SimpleGrid, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { MoneyField, problemsByField } from '../../../../platform/cockpit/form/index.ts';
import { purchasingWords } from '../words.ts';
import { FormFrame, type FormProps } from './form-frame.tsx';

const KINDS = ['freight', 'duty', 'fees'] as const;
const SPREADS = ['value', 'weight', 'volume', 'pieces'] as const;

/** Freight, duty or fees, in the shop's currency, over the goods of an order. */
export function CostForm({ order, close }: FormProps) {
  const t = purchasingWords();
  const [kind, setKind] = useState<(typeof KINDS)[number]>('freight');
  const [spreadBy, setSpread] = useState<(typeof SPREADS)[number]>('value');
  const [amount, setAmount] = useState('');
  const [reference, setReference] = useState('');
  const add = useWrite('addPurchaseCost', { about: ['purchasing'], isTold: true, onDone: close });
  const currency = order.worth?.currency ?? order.currency;
  const body = { kind, spreadBy, reference, amount: { amount, currency } };
  return (
    <FormFrame
      about={t.costs.text}
      problem={Object.values(problemsByField(add.error))[0]}
      verb={t.costs.add}
      isReady={amount !== '' && reference.trim() !== ''}
      isBusy={add.isPending}
      onDo={() => add.mutate({ params: { id: order.id }, body })}
      close={close}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Select
          label={t.costs.kind}
          data={KINDS.map((value) => ({ value, label: t.costs.kinds[value] }))}
          value={kind}
          allowDeselect={false}
          onChange={(chosen) => setKind(KINDS.find((one) => one === chosen) ?? 'freight')}
        />
        <Select
          label={t.costs.spread}
          data={SPREADS.map((value) => ({ value, label: t.costs.spreads[value] }))}
          value={spreadBy}
          allowDeselect={false}
          onChange={(chosen) => setSpread(SPREADS.find((one) => one === chosen) ?? 'value')}
        />
        <MoneyField label={t.costs.amount} required value={amount} currency={currency} onChange={setAmount} />
        <TextInput
          label={t.costs.reference}
          required
          maxLength={200}
          value={reference}
          onChange={(event) => setReference(event.currentTarget.value)}
        />
      </SimpleGrid>
    </FormFrame>
  );
}
