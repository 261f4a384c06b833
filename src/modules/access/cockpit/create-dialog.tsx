import { Alert, Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWrite } from '../../../platform/cockpit/api/index.ts';
import { CopyField, problemsByField } from '../../../platform/cockpit/form/index.ts';
import type { Scope } from '../scope.ts';
import { ScopeChoice } from './scope-choice.tsx';
import { accessWords } from './words.ts';

const DAYS = [30, 90, 365] as const;
const DAY_MS = 86_400_000;

/** Makes a key and shows it, once. */
export function CreateDialog({ onClose }: { readonly onClose: () => void }) {
  const t = accessWords();
  const [name, setName] = useState('');
  const [days, setDays] = useState('365');
  const [scopes, setScopes] = useState<ReadonlySet<Scope>>(new Set());
  const create = useWrite('createApiKey', { about: ['access'], isTold: true });
  const { '': problem, ...wrong } = problemsByField(create.error);
  if (create.data) return <ShownOnce secret={create.data.secret} onClose={onClose} />;
  const send = () => {
    const expiresAt = days === '' ? undefined : new Date(Date.now() + Number(days) * DAY_MS).toISOString();
    create.mutate({ body: { name, scopes: [...scopes], ...(expiresAt ? { expiresAt } : {}) } });
  };
  const choices = DAYS.map((count) => ({ value: String(count), label: t.days(count) }));
  return (
    <Modal opened onClose={onClose} title={t.create} size="lg" closeButtonProps={{ 'aria-label': t.close }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Stack gap="md">
          <TextInput
            {...{ label: t.name, placeholder: t.nameHint, value: name, error: wrong['name'] }}
            onChange={(event) => setName(event.currentTarget.value)}
            maxLength={100}
            data-autofocus
          />
          <Select
            {...{ label: t.expires, value: days, error: wrong['expiresAt'], allowDeselect: false }}
            data={[...choices, { value: '', label: t.expiresNever }]}
            onChange={(chosen) => setDays(chosen ?? '')}
          />
          <Text size="sm" fw={620}>
            {t.permissions}
          </Text>
          <ScopeChoice chosen={scopes} onChange={setScopes} />
          {(problem ?? wrong['scopes']) && (
            <Alert color="red" role="alert">
              {problem ?? wrong['scopes']}
            </Alert>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t.cancel}
            </Button>
            <Button
              type="submit"
              loading={create.isPending}
              disabled={name.trim() === '' || scopes.size === 0}
            >
              {t.create}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function ShownOnce({ secret, onClose }: { readonly secret: string; readonly onClose: () => void }) {
  const t = accessWords();
  return (
    <Modal
      {...{ opened: true, onClose, title: t.shownTitle, size: 'lg', withCloseButton: false }}
      closeOnClickOutside={false}
    >
      <Stack gap="md">
        <Text size="sm">{t.shownText}</Text>
        <CopyField label={t.key} value={secret} />
        <Group justify="flex-end">
          <Button onClick={onClose}>{t.done}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
