import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { callApi, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { ConfirmButton } from '../../../../platform/cockpit/overlay/index.ts';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { dateOf } from '../../../../platform/cockpit/text/index.ts';
import { makePasskey } from '../gate/passkey.ts';
import { ProblemAlert } from '../gate/problem-alert.tsx';
import { useTask } from '../gate/use-task.ts';
import { staffWords } from '../words.ts';
import styles from './profile.module.css';
import type { Profile } from './profile.ts';

/** The keys by which one signs in. */
export function PasskeyCard({ passkeys }: { readonly passkeys: Profile['passkeys'] }) {
  const t = staffWords().profile;
  const [isAdding, setAdding] = useState(false);
  const remove = useWrite('removePasskey', { about: ['staff'] });
  const addButton = (
    <Button variant="default" onClick={() => setAdding(true)}>
      {t.addPasskey}
    </Button>
  );
  return (
    <Card title={t.passkeys} about={t.passkeysText} actions={addButton}>
      {passkeys.length === 0 && <Text size="sm">{t.noPasskey}</Text>}
      <ul className={styles.list}>
        {passkeys.map(({ id, name, createdAt, lastUsedAt }) => (
          <li key={id}>
            <div>
              <Text size="sm" fw={550}>
                {name}
              </Text>
              <Text size="xs" c="dimmed">
                {t.added(dateOf(createdAt))}
                {lastUsedAt && ` · ${t.used(dateOf(lastUsedAt))}`}
              </Text>
            </div>
            <ConfirmButton
              title={t.removePasskey(name)}
              text={t.removePasskeyText}
              verb={t.remove}
              onConfirm={() => remove.mutateAsync({ params: { passkeyId: id } })}
            >
              {t.remove}
            </ConfirmButton>
          </li>
        ))}
      </ul>
      {isAdding && <AddDialog onClose={() => setAdding(false)} />}
    </Card>
  );
}

function AddDialog({ onClose }: { readonly onClose: () => void }) {
  const t = staffWords().profile;
  const [name, setName] = useState('');
  const { isBusy, error, run } = useTask();
  const add = useWrite('addPasskey', { about: ['staff'], isTold: true });
  const make = async () => {
    const { options, challengeToken } = await callApi('offerNewPasskey', {});
    const response = await makePasskey(options);
    await add.mutateAsync({ body: { challengeToken, response, name } });
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t.addPasskey} centered>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          run(make);
        }}
      >
        <Stack>
          <TextInput
            label={t.passkeyName}
            description={t.passkeyNameHint}
            maxLength={60}
            required
            data-autofocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <ProblemAlert error={error} />
          <Group justify="flex-end">
            <Button type="submit" loading={isBusy}>
              {t.addPasskey}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
