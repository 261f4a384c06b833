import { ActionIcon, Button, Group, Stack, Table, TagsInput, Text, TextInput } from '@mantine/core';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useRows, useWrite } from '../../../platform/cockpit/api/index.ts';
import { sayDone } from '../../../platform/cockpit/overlay/index.ts';
import { Card, EmptyState } from '../../../platform/cockpit/page/index.ts';
import { useMay } from '../../../platform/cockpit/state/index.ts';
import { LocaleSelect } from './locale-select.tsx';
import { searchWords } from './words.ts';

/** Words that stand for each other; `first` is one that was searched for and not found. */
export function SynonymsTab({ first }: { readonly first: string }) {
  const t = searchWords();
  const mayWrite = useMay()('products:write');
  const [form, setForm] = useState({ locale: '', source: '', words: first === '' ? [] : [first] });
  const synonyms = useRows('listSynonyms', { query: {} }, { about: ['search'] });
  const remove = useWrite('removeSynonym', { about: ['search'], onDone: () => sayDone(t.removed) });
  const create = useWrite('createSynonym', {
    isTold: true,
    about: ['search'],
    onDone: () => {
      sayDone(t.saved);
      setForm({ ...form, source: '', words: [] });
    },
  });
  const send = () => {
    const { locale, source, words } = form;
    create.mutate({ body: { locale, words, ...(source === '' ? {} : { source }) } });
  };
  return (
    <Stack>
      {mayWrite && (
        <Card title={t.addSynonym}>
          <Group align="flex-end" gap="sm" wrap="wrap">
            <LocaleSelect value={form.locale} onChange={(locale) => setForm({ ...form, locale })} />
            <TagsInput
              {...{ label: t.words, placeholder: t.wordsHint, value: form.words, miw: 260 }}
              style={{ flex: 1 }}
              onChange={(words) => setForm({ ...form, words })}
            />
            <TextInput
              {...{ label: t.source, placeholder: t.sourceHint, value: form.source, miw: 200 }}
              onChange={(event) => setForm({ ...form, source: event.currentTarget.value })}
            />
            <Button h={36} loading={create.isPending} disabled={form.words.length === 0} onClick={send}>
              {t.save}
            </Button>
          </Group>
          {create.error && (
            <Text size="sm" c="var(--bad)" mt="xs" role="alert">
              {create.error.message}
            </Text>
          )}
        </Card>
      )}
      {synonyms.rows.length === 0 && !synonyms.isPending && (
        <EmptyState title={t.noSynonyms} text={t.wordsHint} />
      )}
      {synonyms.rows.length > 0 && (
        <Card isFlush>
          <Table fz="sm">
            <Table.Tbody>
              {synonyms.rows.map(({ id, locale, source, words }) => (
                <Table.Tr key={id}>
                  <Table.Td w={60} c="dimmed">
                    {locale}
                  </Table.Td>
                  <Table.Td>
                    {source === undefined ? words.join(' = ') : `${source} → ${words.join(', ')}`}
                  </Table.Td>
                  <Table.Td w={50}>
                    {mayWrite && (
                      <ActionIcon
                        {...{ variant: 'subtle', color: 'gray' }}
                        aria-label={`${t.remove}: ${words.join(', ')}`}
                        onClick={() => remove.mutate({ params: { id: id } })}
                      >
                        <Trash2 size={15} />
                      </ActionIcon>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Card>
      )}
    </Stack>
  );
}
