import { Alert, Button, Checkbox, Group, Modal, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type RowOf, useRead, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { MoneyField, problemsByField } from '../../../../platform/cockpit/form/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { Shown } from '../../../../platform/cockpit/page/index.ts';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import { moneyOf } from '../../../../platform/cockpit/text/index.ts';
import { dayOf } from '../day.ts';
import { purchasingWords } from '../words.ts';
import { amountOf, type Paid, totalOf, wholeOf } from './amounts.ts';

type Payable = RowOf<'listPayables'>;
type Props = {
  readonly supplier: Payable['supplier'];
  readonly currency: string;
  /** The one that is chosen to begin with. */
  readonly first: string;
  readonly today: string;
  readonly close: () => void;
};

/** Notes what a supplier was paid: which invoices, how much of each, what was taken off, and credits that were used. */
export function PayDialog(props: Props) {
  const t = purchasingWords().payables;
  const query = { supplierId: props.supplier.id, isOpen: 'true', limit: '100' } as const;
  const open = useRead('listPayables', { query }, { about: ['purchasing'] });
  return (
    <Modal opened onClose={props.close} title={t.payTitle(props.supplier.name)} size="xl" centered>
      <Shown of={open}>{({ items }) => <PayForm {...props} payables={items} />}</Shown>
    </Modal>
  );
}

function PayForm(props: Props & { readonly payables: readonly Payable[] }) {
  const { supplier, currency, first, today, close, payables } = props;
  const words = purchasingWords();
  const t = words.payables;
  const [paidOn, setPaidOn] = useState(today);
  const [reference, setReference] = useState('');
  const [bank, setBank] = useState('');
  const [typed, setTyped] = useState<Readonly<Record<string, Partial<Paid>>>>({});
  const shop = useRead('readShop', {}, { about: ['markets'], isOff: !useMay()('settings:read') });
  const shops = shop.data?.defaultCurrency;
  const paidOf = (one: Payable): Paid => ({
    isOn: one.id === first,
    ...wholeOf(one, paidOn),
    ...typed[one.id],
  });
  const undo = useWrite('undoSupplierPayment', { about: ['purchasing'] });
  const pay = useWrite('paySupplier', {
    ...{ about: ['purchasing'], isTold: true },
    onDone: ({ id, amount }) => {
      sayDone(t.paid(supplier.name, amount ? moneyOf(amount) : ''), () => undo.mutate({ params: { id } }));
      close();
    },
  });
  const chosen = payables.map((one) => [one, paidOf(one)] as const);
  const total = totalOf(chosen);
  const lines = chosen
    .filter(([, { isOn }]) => isOn)
    .map(([{ id }, { amount, discount }]) => ({
      ...{ payableId: id, amount: { amount, currency } },
      ...(discount === '' ? {} : { discount: { amount: discount, currency } }),
    }));
  const isForeign = shops !== undefined && shops !== currency;
  const body = {
    ...{ supplierId: supplier.id, paidOn, reference: reference.trim(), lines },
    ...(isForeign && bank !== '' ? { bank: { amount: bank, currency: shops } } : {}),
  };
  const isReady =
    lines.length > 0 && total !== undefined && total >= 0n && reference.trim() !== '' && paidOn !== '';
  const problem = Object.values(problemsByField(pay.error))[0];
  const change = (id: string, parts: Partial<Paid>) =>
    setTyped({ ...typed, [id]: { ...typed[id], ...parts } });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) pay.mutate({ body });
      }}
    >
      <Stack>
        {problem !== undefined && (
          <Alert color="red" role="alert">
            {problem}
          </Alert>
        )}
        <SimpleGrid cols={{ base: 1, sm: isForeign ? 3 : 2 }}>
          <TextInput
            type="date"
            label={t.paidOn}
            required
            value={paidOn}
            onChange={(event) => setPaidOn(event.currentTarget.value)}
          />
          <TextInput
            label={t.reference}
            required
            maxLength={200}
            value={reference}
            onChange={(event) => setReference(event.currentTarget.value)}
          />
          {isForeign && (
            <MoneyField
              label={t.bank}
              placeholder={t.byRate}
              value={bank}
              currency={shops}
              onChange={setBank}
            />
          )}
        </SimpleGrid>
        <Stack gap="xs">
          {chosen.map(([one, paid]) => (
            <PaidRow key={one.id} of={one} paid={paid} onChange={(parts) => change(one.id, parts)} />
          ))}
        </Stack>
        <Group justify="space-between">
          <Text fw={600}>
            {t.total(total === undefined ? '–' : moneyOf({ amount: amountOf(total, currency), currency }))}
          </Text>
          <Group gap="xs">
            <Button variant="default" onClick={close}>
              {words.cancel}
            </Button>
            <Button type="submit" disabled={!isReady} loading={pay.isPending}>
              {t.note}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}

function PaidRow(props: {
  readonly of: Payable;
  readonly paid: Paid;
  readonly onChange: (parts: Partial<Paid>) => void;
}) {
  const { of, paid, onChange } = props;
  const t = purchasingWords().payables;
  const detail = [t.kinds[of.kind], dayOf(of.dueOn), of.open && moneyOf(of.open)].filter(Boolean).join(' · ');
  return (
    <Group justify="space-between" gap="xs">
      <Checkbox
        label={of.number}
        description={detail}
        checked={paid.isOn}
        onChange={(event) => onChange({ isOn: event.currentTarget.checked })}
      />
      {paid.isOn && (
        <Group gap="xs" wrap="nowrap">
          {of.discount !== undefined && (
            <MoneyField
              size="xs"
              w={130}
              label={t.discount}
              value={paid.discount}
              currency={of.currency}
              onChange={(discount) => onChange({ discount })}
            />
          )}
          <MoneyField
            size="xs"
            w={150}
            label={of.kind === 'credit' ? t.used : t.paidOf}
            value={paid.amount}
            currency={of.currency}
            onChange={(amount) => onChange({ amount })}
          />
        </Group>
      )}
    </Group>
  );
}
