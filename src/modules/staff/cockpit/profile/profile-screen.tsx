import { Select, Stack, TextInput, useMantineColorScheme } from '@mantine/core';
import { useState } from 'react';
import { useRead, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { problemsByField, SaveBar } from '../../../../platform/cockpit/form/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { Card, Page, Shown } from '../../../../platform/cockpit/page/index.ts';
import { staffWords } from '../words.ts';
import { PasskeyCard } from './passkey-card.tsx';
import { PasswordCard } from './password-card.tsx';
import type { Profile } from './profile.ts';
import { SessionCard } from './session-card.tsx';

/** What is one's own: name and language, how one signs in, and where one is signed in. */
export function Screen() {
  const profile = useRead('readProfile', {}, { about: ['staff'] });
  return (
    <Page title={staffWords().profile.title} isNarrow>
      <Shown of={profile}>
        {(own) => (
          <Stack>
            <PersonCard key={`${own.name} ${own.language} ${own.theme}`} profile={own} />
            <PasskeyCard passkeys={own.passkeys} />
            <PasswordCard profile={own} />
            <SessionCard />
          </Stack>
        )}
      </Shown>
    </Page>
  );
}

const LANGUAGES = [
  { value: 'en', label: 'English' },
  { value: 'de', label: 'Deutsch' },
  { value: 'fr', label: 'Français' },
  { value: 'es', label: 'Español' },
] as const;
const THEMES = ['light', 'dark', 'auto'] as const;

function PersonCard({ profile }: { readonly profile: Profile }) {
  const t = staffWords().profile;
  const { setColorScheme } = useMantineColorScheme();
  const saved = { name: profile.name, language: profile.language, theme: profile.theme };
  const [form, setForm] = useState(saved);
  const save = useWrite('changeProfile', {
    about: ['staff'],
    isTold: true,
    onDone: (_told, { body }) => {
      setColorScheme(body.theme);
      sayDone(t.saved);
      // Everything that is drawn is written anew in another language.
      if (body.language !== profile.language) location.reload();
    },
  });
  const problems = problemsByField(save.error);
  const isChanged = JSON.stringify(form) !== JSON.stringify(saved);
  return (
    <>
      <Card title={t.you}>
        <Stack gap="sm">
          <TextInput
            label={t.name}
            value={form.name}
            error={problems['name']}
            onChange={(event) => setForm({ ...form, name: event.currentTarget.value })}
          />
          <TextInput label={t.email} value={profile.email} readOnly />
          <Select
            label={t.language}
            data={[...LANGUAGES]}
            value={form.language}
            allowDeselect={false}
            onChange={(language) => language && setForm({ ...form, language })}
          />
          <Select
            label={t.theme}
            data={THEMES.map((value) => ({ value, label: t.themes[value] }))}
            value={form.theme}
            allowDeselect={false}
            onChange={(theme) => theme && setForm({ ...form, theme })}
          />
        </Stack>
      </Card>
      <SaveBar
        isChanged={isChanged}
        isBusy={save.isPending}
        problem={problems['']}
        onSave={() => save.mutate({ body: form })}
        onDiscard={() => setForm(saved)}
      />
    </>
  );
}
