import { Radio, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useRows, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { countOf } from '../../../../platform/cockpit/text/index.ts';
import { customerWords } from '../words.ts';
import type { CustomerDesk } from './customer-desk.ts';
import { Dialog } from './dialog.tsx';

/** Two customers were one person: finds the other and takes over what they have. */
export function MergeDialog({
  desk,
  onClose,
}: {
  readonly desk: CustomerDesk;
  readonly onClose: () => void;
}) {
  const t = customerWords();
  const { id } = desk.customer;
  const [typed, setTyped] = useState('');
  const [fromId, setFromId] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 200);
  const query = { q, limit: '6' };
  const found = useRows('listCustomers', { query }, { about: ['customers'], isOff: q === '', isKept: true });
  const others = q === '' ? [] : found.rows.filter((one) => one.id !== id);
  const merge = useWrite('mergeCustomers', {
    about: ['customers', 'orders'],
    onDone: () => {
      sayDone(t.profile.merged);
      onClose();
    },
  });
  return (
    <Dialog
      title={t.profile.mergeTitle}
      about={t.profile.mergeText}
      verb={t.profile.mergeNow}
      isBusy={merge.isPending}
      isOff={!others.some((one) => one.id === fromId)}
      isDangerous
      error={merge.error}
      onDo={() => merge.mutate({ params: { id }, body: { fromId, isConfirmed: true } })}
      onClose={onClose}
    >
      <TextInput
        label={t.profile.find}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        data-autofocus
      />
      <Radio.Group value={fromId} onChange={setFromId} mt="sm" aria-label={t.profile.mergeTitle}>
        <Stack gap="xs">
          {others.map(({ id: other, name, email, orders }) => (
            <Radio
              key={other}
              value={other}
              label={name || (email ?? '–')}
              description={`${email ?? ''} · ${t.columns.orders}: ${countOf(orders)}`}
            />
          ))}
          {q !== '' && !found.isPending && others.length === 0 && t.profile.nobody}
        </Stack>
      </Radio.Group>
    </Dialog>
  );
}
