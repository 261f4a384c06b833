import { Alert, Button, Group, Modal, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useRead, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { CopyField, problemsByField } from '../../../../platform/cockpit/form/index.ts';
import { useSession } from '../../../../platform/cockpit/state/index.ts';
import styles from '../fields/editor.module.css';
import { LanguageField } from '../fields/language-field.tsx';
import { ABOUT, reportingWords } from '../words.ts';

const DAYS = [7, 30, 90, 365];

/** What a page shows and for how long; its address is told once. */
export function NewLinkDialog({ onClose }: { readonly onClose: () => void }) {
  const t = reportingWords();
  const { member } = useSession();
  const [title, setTitle] = useState('');
  const [language, setLanguage] = useState(member.language);
  const [days, setDays] = useState(30);
  const [source, setSource] = useState('');
  const [query, setQuery] = useState(t.exampleQuery);
  const schedules = useRead('listReportSchedules', {}, { about: ABOUT }).data?.items ?? [];
  const create = useWrite('createReportLink', { about: ABOUT, isTold: true });
  const { '': problem, ...wrong } = problemsByField(create.error);
  const what =
    source === ''
      ? {
          kind: 'blocks' as const,
          blocks: [{ title: '', measures: [], question: { kind: 'query' as const, text: query } }],
        }
      : { kind: 'schedule' as const, scheduleId: source };
  const made = create.data;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.links.create}
      closeButtonProps={{ 'aria-label': t.close }}
      size="lg"
    >
      {made ? (
        <Stack gap="md">
          <CopyField label={t.links.address} value={`${location.origin}${made.path}`} />
          <Text size="sm">{t.links.once}</Text>
          <Group justify="flex-end">
            <Button onClick={onClose}>{t.links.kept}</Button>
          </Group>
        </Stack>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            create.mutate({ body: { title, language, days, source: what } });
          }}
        >
          <Stack gap="md">
            <TextInput
              label={t.links.name}
              placeholder={t.links.nameHint}
              value={title}
              error={wrong['title']}
              maxLength={80}
              onChange={({ currentTarget }) => setTitle(currentTarget.value)}
              data-autofocus
            />
            <NativeSelect
              label={t.links.shows}
              data={[
                { value: '', label: t.links.ownQuery },
                ...schedules.map(({ id, name }) => ({ value: id, label: t.links.showsSchedule(name) })),
              ]}
              value={source}
              onChange={({ currentTarget }) => setSource(currentTarget.value)}
            />
            {source === '' && (
              <Textarea
                className={styles.query}
                label={t.query}
                description={t.queryAbout}
                value={query}
                error={Object.entries(wrong).find(([field]) => field.startsWith('source'))?.[1]}
                autosize
                minRows={3}
                maxLength={4000}
                onChange={({ currentTarget }) => setQuery(currentTarget.value)}
              />
            )}
            <div className={styles.pair}>
              <NativeSelect
                label={t.links.days}
                data={DAYS.map((count) => ({ value: String(count), label: t.links.forDays(count) }))}
                value={String(days)}
                onChange={({ currentTarget }) => setDays(Number(currentTarget.value))}
              />
              <LanguageField value={language} onChange={setLanguage} />
            </div>
            <Text size="sm" c="dimmed">
              {t.links.warning}
            </Text>
            {problem && (
              <Alert color="red" role="alert">
                {problem}
              </Alert>
            )}
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={onClose}>
                {t.cancel}
              </Button>
              <Button type="submit" loading={create.isPending} disabled={title.trim() === ''}>
                {t.links.create}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
