import { Button, Code, CopyButton, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { problemsByField } from '../../../../platform/cockpit/form/index.ts';
import { words } from '../../../../platform/cockpit/messages/words.ts';
import { writtenIn } from '../../../../platform/cockpit/text/index.ts';
import { ProblemAlert } from '../gate/problem-alert.tsx';
import { staffWords } from '../words.ts';
import type { Role } from './member.ts';
import { RoleChoice } from './role-choice.tsx';
import styles from './team.module.css';

const LANGUAGES = [
  { value: 'en', label: 'English' },
  { value: 'de', label: 'Deutsch' },
  { value: 'fr', label: 'Français' },
  { value: 'es', label: 'Español' },
] as const;

/** Whom to invite, as what; then the link, for where mail does not arrive. */
export function InviteDialog({
  roles,
  onClose,
}: {
  readonly roles: readonly Role[];
  readonly onClose: () => void;
}) {
  const t = staffWords().team;
  const [email, setEmail] = useState('');
  const [chosen, setChosen] = useState<string[]>([]);
  const [language, setLanguage] = useState(writtenIn().language);
  const invite = useWrite('invite', { about: ['staff'], isTold: true });
  const problems = problemsByField(invite.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    invite.mutate({ body: { email, roles: chosen, language } });
  };
  if (invite.data) {
    return (
      <Modal opened onClose={onClose} title={t.invited(invite.data.invitation.email)} centered>
        <LinkToHandOver link={invite.data.link} onClose={onClose} />
      </Modal>
    );
  }
  const isElsewhere = invite.error && !problems['email'] && !problems['roles'];
  return (
    <Modal opened onClose={onClose} title={t.invite} centered>
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm">{t.inviteText}</Text>
          <TextInput
            label={t.email}
            type="email"
            autoComplete="off"
            required
            data-autofocus
            value={email}
            error={problems['email']}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <RoleChoice roles={roles} chosen={chosen} error={problems['roles']} onChange={setChosen} />
          <Select
            label={t.language}
            data={[...LANGUAGES]}
            value={language}
            allowDeselect={false}
            onChange={(value) => value && setLanguage(value)}
          />
          <ProblemAlert error={isElsewhere ? invite.error : undefined} />
          <Group justify="flex-end">
            <Button type="submit" loading={invite.isPending}>
              {t.send}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

export function LinkToHandOver({ link, onClose }: { readonly link: string; readonly onClose: () => void }) {
  return (
    <Stack>
      <Text size="sm">{staffWords().team.link}</Text>
      <Code className={styles.link}>{link}</Code>
      <Group justify="flex-end">
        <CopyButton value={link}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? words().copied : words().copy}
            </Button>
          )}
        </CopyButton>
        <Button onClick={onClose}>{words().close}</Button>
      </Group>
    </Stack>
  );
}
