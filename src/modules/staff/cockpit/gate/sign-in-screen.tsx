import { Anchor, Button, Divider, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { callApi } from '../../../../platform/cockpit/api/index.ts';
import { staffWords } from '../words.ts';
import styles from './gate-frame.module.css';
import { GateFrame } from './gate-frame.tsx';
import { showPasskey } from './passkey.ts';
import { ProblemAlert } from './problem-alert.tsx';
import { useTask } from './use-task.ts';

/** Passkey first; else password, then code. */
export function SignInScreen({ onSignedIn }: { readonly onSignedIn: () => void }) {
  const t = staffWords().signIn;
  const [challengeToken, setChallenge] = useState<string>();
  if (challengeToken !== undefined) {
    return (
      <CodeStep
        challengeToken={challengeToken}
        onSignedIn={onSignedIn}
        onBack={() => setChallenge(undefined)}
      />
    );
  }
  return (
    <GateFrame title={t.title} about={t.about}>
      <Stack>
        <ByPasskey onSignedIn={onSignedIn} />
        <Divider label={t.or} />
        <ByPassword onAsked={setChallenge} />
        <Text c="dimmed" className={styles.small}>
          {t.lost}
        </Text>
      </Stack>
    </GateFrame>
  );
}

function ByPasskey({ onSignedIn }: { readonly onSignedIn: () => void }) {
  const { isBusy, error, run } = useTask();
  const signIn = async () => {
    const { options, challengeToken } = await callApi('offerPasskey', {});
    const response = await showPasskey(options);
    await callApi('signInWithPasskey', { body: { challengeToken, response } });
    onSignedIn();
  };
  return (
    <Stack gap="xs">
      <Button size="md" leftSection={<KeyRound size={16} />} loading={isBusy} onClick={() => run(signIn)}>
        {staffWords().signIn.passkey}
      </Button>
      <ProblemAlert error={error} />
    </Stack>
  );
}

function ByPassword({ onAsked }: { readonly onAsked: (challengeToken: string) => void }) {
  const t = staffWords().signIn;
  const { isBusy, error, run } = useTask();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const ask = async () => {
    const { challengeToken } = await callApi('signInWithPassword', { body: { email, password } });
    onAsked(challengeToken);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        run(ask);
      }}
    >
      <Stack gap="sm">
        <TextInput
          label={t.email}
          type="email"
          autoComplete="username"
          required
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={t.password}
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <ProblemAlert error={error} />
        <Button type="submit" size="md" variant="default" loading={isBusy}>
          {t.next}
        </Button>
      </Stack>
    </form>
  );
}

function CodeStep(props: {
  readonly challengeToken: string;
  readonly onSignedIn: () => void;
  readonly onBack: () => void;
}) {
  const { challengeToken, onSignedIn, onBack } = props;
  const t = staffWords().signIn;
  const { isBusy, error, run } = useTask();
  const [code, setCode] = useState('');
  const finish = async () => {
    await callApi('signInWithCode', { body: { challengeToken, code } });
    onSignedIn();
  };
  return (
    <GateFrame title={t.codeTitle} about={t.codeAbout}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          run(finish);
        }}
      >
        <Stack gap="sm">
          <TextInput
            label={t.code}
            autoComplete="one-time-code"
            autoFocus
            required
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
          <ProblemAlert error={error} />
          <Button type="submit" size="md" loading={isBusy}>
            {t.finish}
          </Button>
          <Anchor component="button" type="button" size="sm" onClick={onBack}>
            {t.back}
          </Anchor>
        </Stack>
      </form>
    </GateFrame>
  );
}
