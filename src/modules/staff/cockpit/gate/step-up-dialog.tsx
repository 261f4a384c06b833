import { Button, Group, Modal, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { callApi, type Told } from '../../../../platform/cockpit/api/index.ts';
import { words } from '../../../../platform/cockpit/messages/words.ts';
import { staffWords } from '../words.ts';
import { showPasskey } from './passkey.ts';
import { ProblemAlert } from './problem-alert.tsx';
import { useTask } from './use-task.ts';

/** Asks whether it is still the member who sits here, by a way that they have. */
export function StepUpDialog({ onAnswer }: { readonly onAnswer: (isConfirmed: boolean) => void }) {
  const [offer, setOffer] = useState<Told<'offerStepUp'>>();
  const { isBusy, error, run } = useTask();
  const t = staffWords().stepUp;
  useEffect(() => run(async () => setOffer(await callApi('offerStepUp', {}))), []);
  const byPasskey = async () => {
    const { options, challengeToken } = await callApi('offerStepUp', {});
    const proof = { kind: 'passkey', challengeToken, response: await showPasskey(options) } as const;
    await callApi('stepUp', { body: { proof } });
    onAnswer(true);
  };
  return (
    <Modal opened onClose={() => onAnswer(false)} title={t.title} centered>
      <Stack>
        <Text size="sm">{t.text}</Text>
        {offer?.hasPasskey && (
          <Button loading={isBusy} onClick={() => run(byPasskey)} data-autofocus>
            {t.passkey}
          </Button>
        )}
        <ProblemAlert error={error} />
        {offer?.hasPassword && <ByPassword onConfirmed={() => onAnswer(true)} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={() => onAnswer(false)}>
            {words().cancel}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function ByPassword({ onConfirmed }: { readonly onConfirmed: () => void }) {
  const { signIn: t, stepUp } = staffWords();
  const { isBusy, error, run } = useTask();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const confirm = async () => {
    await callApi('stepUp', { body: { proof: { kind: 'password', password, code } } });
    onConfirmed();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        run(confirm);
      }}
    >
      <Stack gap="sm">
        <PasswordInput
          label={t.password}
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <TextInput
          label={t.code}
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <ProblemAlert error={error} />
        <Button type="submit" loading={isBusy}>
          {stepUp.confirm}
        </Button>
      </Stack>
    </form>
  );
}
