import { Checkbox, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { customerWords } from '../words.ts';
import type { CustomerDesk } from './customer-desk.ts';
import { Dialog } from './dialog.tsx';

/** Changes what staff may change; the e-mail address is the customer's own to change. */
export function EditDialog({ desk, onClose }: { readonly desk: CustomerDesk; readonly onClose: () => void }) {
  const t = customerWords();
  const { id, ...before } = desk.customer;
  const [name, setName] = useState(before.name);
  const [phone, setPhone] = useState(before.phone ?? '');
  const [vatId, setVatId] = useState(before.vatId);
  const [isTaxExempt, setTaxExempt] = useState(before.isTaxExempt);
  const change = useWrite('changeCustomer', {
    about: ['customers'],
    onDone: () => {
      sayDone(t.profile.saved);
      onClose();
    },
  });
  return (
    <Dialog
      title={t.profile.edit}
      verb={t.save}
      isBusy={change.isPending}
      error={change.error}
      onDo={() => change.mutate({ params: { id }, body: { name, phone, vatId, isTaxExempt } })}
      onClose={onClose}
    >
      <Stack gap="sm">
        <TextInput
          label={t.profile.name}
          value={name}
          onChange={(e) => setName(e.currentTarget.value)}
          maxLength={100}
        />
        <TextInput
          label={t.profile.phone}
          value={phone}
          onChange={(e) => setPhone(e.currentTarget.value)}
          maxLength={30}
        />
        <TextInput
          label={t.profile.vatId}
          value={vatId}
          onChange={(e) => setVatId(e.currentTarget.value)}
          maxLength={20}
        />
        <Checkbox
          label={t.profile.taxExempt}
          checked={isTaxExempt}
          onChange={(event) => setTaxExempt(event.currentTarget.checked)}
        />
      </Stack>
    </Dialog>
  );
}
