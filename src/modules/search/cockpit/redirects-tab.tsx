import { ActionIcon, Button, Group, Stack, Table, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Search, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useRows, useWrite } from '../../../platform/cockpit/api/index.ts';
import { sayDone } from '../../../platform/cockpit/overlay/index.ts';
import { Card, EmptyState } from '../../../platform/cockpit/page/index.ts';
import { useMay } from '../../../platform/cockpit/state/index.ts';
import { searchWords } from './words.ts';

/** Where old addresses lead now. */
export function RedirectsTab() {
  const t = searchWords();
  const mayWrite = useMay()('products:write');
  const [form, setForm] = useState({ path: '', target: '' });
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed, 200);
  const rows = useRows(
    'listRedirects',
    { query: q === '' ? {} : { q } },
    { about: ['content'], isKept: true },
  );
  const remove = useWrite('removeRedirects', { about: ['content'], onDone: () => sayDone(t.removed) });
  const save = useWrite('saveRedirects', {
    isTold: true,
    about: ['content'],
    onDone: ({ refused }) => {
      if (refused.length > 0) return;
      sayDone(t.saved);
      setForm({ path: '', target: '' });
    },
  });
  const problem = save.error?.message ?? save.data?.refused[0]?.message;
  return (
    <Stack>
      {mayWrite && (
        <Card title={t.addRedirect}>
          <Group align="flex-end" gap="sm">
            <TextInput
              {...{ label: t.path, placeholder: '/old/page', value: form.path }}
              style={{ flex: 1 }}
              onChange={(event) => setForm({ ...form, path: event.currentTarget.value })}
            />
            <TextInput
              {...{ label: t.target, placeholder: '/products/mug', value: form.target }}
              style={{ flex: 1 }}
              onChange={(event) => setForm({ ...form, target: event.currentTarget.value })}
            />
            <Button
              h={36}
              loading={save.isPending}
              disabled={form.path === '' || form.target === ''}
              onClick={() => save.mutate({ body: { redirects: [form] } })}
            >
              {t.save}
            </Button>
          </Group>
          {problem && (
            <Text size="sm" c="var(--bad)" mt="xs" role="alert">
              {problem}
            </Text>
          )}
        </Card>
      )}
      <TextInput
        {...{ size: 'xs', maw: 360, 'aria-label': t.find, placeholder: t.find, value: typed, type: 'search' }}
        leftSection={<Search size={14} />}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {rows.rows.length === 0 && !rows.isPending && (
        <EmptyState title={t.noRedirects} text={t.noRedirectsText} />
      )}
      {rows.rows.length > 0 && (
        <Card isFlush>
          <Table fz="sm">
            <Table.Tbody>
              {rows.rows.map(({ path, target }) => (
                <Table.Tr key={path}>
                  <Table.Td>{path}</Table.Td>
                  <Table.Td>→ {target}</Table.Td>
                  <Table.Td w={50}>
                    {mayWrite && (
                      <ActionIcon
                        {...{ variant: 'subtle', color: 'gray', 'aria-label': `${t.remove}: ${path}` }}
                        onClick={() => remove.mutate({ body: { paths: [path] } })}
                      >
                        <Trash2 size={15} />
                      </ActionIcon>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          {rows.hasNextPage && (
            <Group justify="center" p="sm">
              <Button variant="default" onClick={() => void rows.fetchNextPage()}>
                …
              </Button>
            </Group>
          )}
        </Card>
      )}
    </Stack>
  );
}
