import { Badge, Button, PasswordInput, Radio, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type Asking, callApi, type Told } from '../../../../platform/cockpit/api/index.ts';
import { staffWords } from '../words.ts';
import { AuthenticatorSetup } from './authenticator-setup.tsx';
import { makePasskey } from './passkey.ts';
import { ProblemAlert } from './problem-alert.tsx';
import { useTask } from './use-task.ts';

type Person = Omit<Asking<'acceptWelcome'>['body'], 'credential'>;
type Props = {
  readonly person: Person;
  /** Recovery codes, where there are some to keep. */
  readonly onDone: (codes: readonly string[]) => void;
};

/** Which way to sign in somebody makes who comes by a link. */
export function FirstCredential(props: Props) {
  const t = staffWords().welcome;
  const [kind, setKind] = useState('passkey');
  return (
    <Stack gap="md">
      <Radio.Group label={t.how} value={kind} onChange={setKind}>
        <Stack gap="xs" mt={6}>
          <Radio
            value="passkey"
            label={
              <>
                {t.byPasskey}{' '}
                <Badge size="xs" variant="light">
                  {t.recommended}
                </Badge>
              </>
            }
            description={t.byPasskeyText}
          />
          <Radio value="password" label={t.byPassword} description={t.byPasswordText} />
        </Stack>
      </Radio.Group>
      {kind === 'passkey' ? <ByPasskey {...props} /> : <ByPassword {...props} />}
    </Stack>
  );
}

function ByPasskey({ person, onDone }: Props) {
  const { isBusy, error, run } = useTask();
  const make = async () => {
    const { token, name, email } = person;
    const { options, challengeToken } = await callApi('offerFirstPasskey', { body: { token, name, email } });
    const response = await makePasskey(options);
    const credential = { kind: 'passkey', challengeToken, response, passkeyName: deviceName() } as const;
    const { recoveryCodes } = await callApi('acceptWelcome', { body: { ...person, credential } });
    onDone(recoveryCodes);
  };
  return (
    <Stack gap="sm">
      <ProblemAlert error={error} />
      <Button size="md" loading={isBusy} onClick={() => run(make)}>
        {staffWords().welcome.makePasskey}
      </Button>
    </Stack>
  );
}

function ByPassword({ person, onDone }: Props) {
  const t = staffWords().welcome;
  const { isBusy, error, run } = useTask();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [offer, setOffer] = useState<Told<'offerFirstAuthenticator'>>();
  const go = async () => {
    if (offer === undefined) {
      const { token, email } = person;
      setOffer(await callApi('offerFirstAuthenticator', { body: { token, email } }));
      return;
    }
    const credential = { kind: 'password', password, enrolment: offer.enrolment, code } as const;
    const { recoveryCodes } = await callApi('acceptWelcome', { body: { ...person, credential } });
    onDone(recoveryCodes);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    run(go);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <PasswordInput
          label={t.newPassword}
          description={t.passwordHint}
          autoComplete="new-password"
          minLength={12}
          required
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {offer && <AuthenticatorSetup offer={offer} code={code} onCode={setCode} />}
        <ProblemAlert error={error} />
        <Button type="submit" size="md" loading={isBusy}>
          {offer ? t.finish : t.start}
        </Button>
      </Stack>
    </form>
  );
}

/** By which the person recognises the key later. */
function deviceName(): string {
  const found = /Android|iPhone|iPad|Macintosh|Windows|Linux/.exec(navigator.userAgent)?.[0] ?? 'Passkey';
  return found === 'Macintosh' ? 'Mac' : found;
}
