import { Button, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { callApi, type Told, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { ConfirmButton, sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { dateOf } from '../../../../platform/cockpit/text/index.ts';
import { AuthenticatorSetup } from '../gate/authenticator-setup.tsx';
import { ProblemAlert } from '../gate/problem-alert.tsx';
import { RecoveryCodes } from '../gate/recovery-codes.tsx';
import { useTask } from '../gate/use-task.ts';
import { staffWords } from '../words.ts';
import type { Profile } from './profile.ts';

/** The other way to sign in: password, authenticator, recovery codes. */
export function PasswordCard({ profile }: { readonly profile: Profile }) {
  const { profile: t, codes: codeWords } = staffWords();
  const { passwordChangedAt, authenticatorAddedAt, recoveryCodesLeft } = profile;
  const [isChanging, setChanging] = useState(false);
  const [offer, setOffer] = useState<Told<'offerNewAuthenticator'>>();
  const [codes, setCodes] = useState<readonly string[]>([]);
  const start = useTask();
  const makeCodes = useWrite('makeRecoveryCodes', {
    about: ['staff'],
    onDone: ({ recoveryCodes }) => setCodes(recoveryCodes),
  });
  const setUp = () => start.run(async () => setOffer(await callApi('offerNewAuthenticator', {})));
  return (
    <Card title={t.password} about={t.passwordText}>
      <Stack gap="sm">
        <Line text={passwordChangedAt ? t.passwordSet(dateOf(passwordChangedAt)) : t.passwordNone}>
          <Button variant="default" onClick={() => setChanging(true)}>
            {t.changePassword}
          </Button>
        </Line>
        <Line
          text={authenticatorAddedAt ? t.authenticatorSet(dateOf(authenticatorAddedAt)) : t.authenticatorNone}
        >
          <Button variant="default" loading={start.isBusy} onClick={setUp}>
            {t.changeAuthenticator}
          </Button>
        </Line>
        {authenticatorAddedAt && (
          <Line text={t.codesLeft(recoveryCodesLeft)}>
            <ConfirmButton
              title={t.newCodesTitle}
              text={t.newCodesText}
              verb={t.newCodes}
              onConfirm={() => makeCodes.mutateAsync({})}
            >
              {t.newCodes}
            </ConfirmButton>
          </Line>
        )}
        <ProblemAlert error={start.error} />
      </Stack>
      {isChanging && <PasswordDialog onClose={() => setChanging(false)} />}
      {offer && (
        <AuthenticatorDialog
          offer={offer}
          onClose={() => setOffer(undefined)}
          onDone={(made) => {
            setOffer(undefined);
            setCodes(made);
          }}
        />
      )}
      <Modal opened={codes.length > 0} onClose={() => setCodes([])} title={codeWords.title} centered>
        <RecoveryCodes codes={codes} verb={codeWords.kept} onKept={() => setCodes([])} />
      </Modal>
    </Card>
  );
}

function Line({ text, children }: { readonly text: string; readonly children: ReactNode }) {
  return (
    <Group justify="space-between">
      <Text size="sm">{text}</Text>
      {children}
    </Group>
  );
}

function PasswordDialog({ onClose }: { readonly onClose: () => void }) {
  const { profile: t, welcome } = staffWords();
  const [password, setPassword] = useState('');
  const change = useWrite('changePassword', {
    about: ['staff'],
    isTold: true,
    onDone: () => {
      sayDone(t.passwordChanged);
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ body: { password } });
  };
  return (
    <Modal opened onClose={onClose} title={t.changePassword} centered>
      <form onSubmit={submit}>
        <Stack>
          <PasswordInput
            label={welcome.newPassword}
            description={welcome.passwordHint}
            autoComplete="new-password"
            minLength={12}
            required
            data-autofocus
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <ProblemAlert error={change.error} />
          <Group justify="flex-end">
            <Button type="submit" loading={change.isPending}>
              {t.changePassword}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function AuthenticatorDialog(props: {
  readonly offer: Told<'offerNewAuthenticator'>;
  readonly onClose: () => void;
  readonly onDone: (codes: readonly string[]) => void;
}) {
  const { offer, onClose, onDone } = props;
  const { profile: t, welcome } = staffWords();
  const [code, setCode] = useState('');
  const change = useWrite('changeAuthenticator', {
    about: ['staff'],
    isTold: true,
    onDone: ({ recoveryCodes }) => onDone(recoveryCodes),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ body: { enrolment: offer.enrolment, code } });
  };
  return (
    <Modal opened onClose={onClose} title={t.changeAuthenticator} centered>
      <form onSubmit={submit}>
        <Stack>
          <AuthenticatorSetup offer={offer} code={code} onCode={setCode} />
          <ProblemAlert error={change.error} />
          <Group justify="flex-end">
            <Button type="submit" loading={change.isPending}>
              {welcome.finish}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
