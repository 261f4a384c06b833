import { Button, Stack, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { callApi, type Told } from '../../../../platform/cockpit/api/index.ts';
import { LoadingState } from '../../../../platform/cockpit/page/index.ts';
import { languageOf } from '../../../../platform/cockpit/text/index.ts';
import { roleName, staffWords } from '../words.ts';
import { FirstCredential } from './first-credential.tsx';
import { GateFrame } from './gate-frame.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

type Welcome = Told<'readWelcome'>;

/** To what a link leads: becoming the owner, joining the team, or coming back. */
export function WelcomeScreen({ onSignedIn }: { readonly onSignedIn: () => void }) {
  // The token stands behind the #, which no server sees; it leaves the address bar when the cockpit opens.
  const [token] = useState(() => location.hash.slice(1));
  const [welcome, setWelcome] = useState<Welcome | 'bad'>();
  useEffect(() => {
    callApi('readWelcome', { body: { token } }).then(setWelcome, () => setWelcome('bad'));
  }, [token]);
  const t = staffWords().welcome;
  if (welcome === undefined) return <LoadingState />;
  if (welcome === 'bad') {
    return (
      <GateFrame title={t.badTitle} about={t.badText}>
        <Button component="a" href="/cockpit" variant="default">
          {t.toSignIn}
        </Button>
      </GateFrame>
    );
  }
  return <Join token={token} welcome={welcome} onSignedIn={onSignedIn} />;
}

function Join(props: { readonly token: string; readonly welcome: Welcome; readonly onSignedIn: () => void }) {
  const { token, welcome, onSignedIn } = props;
  const [name, setName] = useState(welcome.name);
  const [email, setEmail] = useState(welcome.email);
  const [codes, setCodes] = useState<readonly string[]>([]);
  const t = staffWords();
  if (codes.length > 0) {
    return (
      <GateFrame title={t.codes.title}>
        <RecoveryCodes codes={codes} verb={t.codes.kept} onKept={onSignedIn} />
      </GateFrame>
    );
  }
  const { title, about } = headOf(welcome);
  const isBack = welcome.kind === 'recovery';
  const language = welcome.kind === 'invited' ? welcome.language : languageOf(navigator.languages);
  return (
    <GateFrame title={title} about={about}>
      <Stack gap="md">
        {!isBack && (
          <TextInput
            label={t.welcome.name}
            autoComplete="name"
            required
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        )}
        <TextInput
          label={t.welcome.email}
          type="email"
          autoComplete="username"
          required
          readOnly={welcome.kind !== 'first_owner'}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <FirstCredential
          person={{ token, name, email, language }}
          onDone={(made) => (made.length > 0 ? setCodes(made) : onSignedIn())}
        />
      </Stack>
    </GateFrame>
  );
}

function headOf(welcome: Welcome): { readonly title: string; readonly about: string } {
  const t = staffWords().welcome;
  const { kind, shopName, name, roles } = welcome;
  if (kind === 'first_owner') return { title: t.first(shopName), about: t.firstAbout };
  if (kind === 'recovery') return { title: t.recovery(name), about: t.recoveryAbout };
  return { title: t.invited(shopName), about: t.invitedAbout(roles.map(roleName).join(', ')) };
}
