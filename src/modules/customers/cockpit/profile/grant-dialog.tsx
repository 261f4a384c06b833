import { Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { MoneyField, parseAmount } from '../../../../platform/cockpit/form/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { useSession } from '../../../../platform/cockpit/state/index.ts';
import { moneyOf } from '../../../../platform/cockpit/text/index.ts';
import { customerWords } from '../words.ts';
import type { CustomerDesk } from './customer-desk.ts';
import { Dialog } from './dialog.tsx';

/** Gives store credit, in the currency they buy in. */
export function GrantDialog({
  desk,
  onClose,
}: {
  readonly desk: CustomerDesk;
  readonly onClose: () => void;
}) {
  const t = customerWords().profile;
  const { shop } = useSession();
  const currency = desk.customer.spent?.currency ?? shop.currency;
  const [typed, setTyped] = useState('');
  const [reference, setReference] = useState('');
  const amount = parseAmount(typed, currency);
  const grant = useWrite('grantStoreCredit', {
    about: ['customers', 'credits'],
    onDone: () => {
      sayDone(t.granted);
      onClose();
    },
  });
  return (
    <Dialog
      title={t.grant}
      about={t.grantText}
      verb={amount === undefined ? t.grant : t.grantNow(moneyOf({ amount, currency }))}
      isBusy={grant.isPending}
      isOff={amount === undefined || reference.trim() === ''}
      error={grant.error}
      onDo={() => {
        if (amount === undefined) return;
        grant.mutate({
          params: { id: desk.customer.id },
          body: { amount: { amount, currency }, reference },
        });
      }}
      onClose={onClose}
    >
      <Stack gap="sm">
        <MoneyField label={t.amount} currency={currency} value={typed} onChange={setTyped} data-autofocus />
        <TextInput
          label={t.reason}
          value={reference}
          onChange={(event) => setReference(event.currentTarget.value)}
          maxLength={200}
          required
        />
      </Stack>
    </Dialog>
  );
}
