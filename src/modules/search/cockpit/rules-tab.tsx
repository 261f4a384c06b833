import {
  ActionIcon,
  Button,
  Group,
  MultiSelect,
  Stack,
  Table,
  TagsInput,
  Text,
  TextInput,
} from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { type RowOf, useRows, useWrite } from '../../../platform/cockpit/api/index.ts';
import { sayDone } from '../../../platform/cockpit/overlay/index.ts';
import { Card, EmptyState } from '../../../platform/cockpit/page/index.ts';
import { useMay } from '../../../platform/cockpit/state/index.ts';
import { LocaleSelect } from './locale-select.tsx';
import { searchWords } from './words.ts';

type Rule = RowOf<'listSearchRules'>;
type Form = {
  readonly locale: string;
  readonly query: string;
  readonly pinned: readonly { readonly id: string; readonly title: string }[];
  readonly boosted: readonly string[];
  readonly buried: readonly string[];
  readonly redirectTo: string;
};
const FRESH: Form = { locale: '', query: '', pinned: [], boosted: [], buried: [], redirectTo: '' };

/** What was decided for single searches. */
export function RulesTab() {
  const t = searchWords();
  const mayWrite = useMay()('products:write');
  const rules = useRows('listSearchRules', { query: {} }, { about: ['search'] });
  return (
    <Stack>
      {mayWrite && <RuleForm />}
      {rules.rows.length === 0 && !rules.isPending && <EmptyState title={t.noRules} text={t.noRulesText} />}
      {rules.rows.length > 0 && (
        <Card isFlush>
          <Table fz="sm">
            <Table.Tbody>
              {rules.rows.map((rule) => (
                <RuleRow key={rule.id} {...{ rule, mayWrite }} />
              ))}
            </Table.Tbody>
          </Table>
        </Card>
      )}
    </Stack>
  );
}

function RuleForm() {
  const t = searchWords();
  const [form, setForm] = useState(FRESH);
  const create = useWrite('createSearchRule', {
    isTold: true,
    about: ['search'],
    onDone: () => {
      sayDone(t.saved);
      setForm({ ...FRESH, locale: form.locale });
    },
  });
  const send = () => {
    const { locale, query, pinned, boosted, buried, redirectTo } = form;
    const body = {
      ...{ locale, query, pinned: pinned.map(({ id }) => id) },
      boosted: boosted.map((value) => ({ facet: 'brand' as const, value })),
      buried: buried.map((value) => ({ facet: 'tag' as const, value })),
    };
    create.mutate({ body: redirectTo === '' ? body : { ...body, redirectTo } });
  };
  return (
    <Card title={t.addRule}>
      <Stack gap="sm">
        <Group align="flex-end">
          <LocaleSelect value={form.locale} onChange={(locale) => setForm({ ...form, locale })} />
          <TextInput
            {...{ label: t.query, value: form.query }}
            style={{ flex: 1 }}
            onChange={(event) => setForm({ ...form, query: event.currentTarget.value })}
          />
        </Group>
        <Pins chosen={form.pinned} onChange={(pinned) => setForm({ ...form, pinned })} />
        <Group grow align="flex-start">
          <TagsInput
            label={t.boosted}
            value={[...form.boosted]}
            onChange={(boosted) => setForm({ ...form, boosted })}
          />
          <TagsInput
            label={t.buried}
            value={[...form.buried]}
            onChange={(buried) => setForm({ ...form, buried })}
          />
        </Group>
        <TextInput
          {...{ label: t.redirectTo, placeholder: '/collections/gifts', value: form.redirectTo }}
          onChange={(event) => setForm({ ...form, redirectTo: event.currentTarget.value })}
        />
        {create.error && (
          <Text size="sm" c="var(--bad)" role="alert">
            {create.error.message}
          </Text>
        )}
        <Button w="fit-content" loading={create.isPending} disabled={form.query === ''} onClick={send}>
          {t.save}
        </Button>
      </Stack>
    </Card>
  );
}

function Pins({
  chosen,
  onChange,
}: {
  readonly chosen: Form['pinned'];
  readonly onChange: (pins: Form['pinned']) => void;
}) {
  const t = searchWords();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed, 200);
  const found = useRows(
    'listProductRows',
    { query: { q, limit: '10' } },
    { about: ['catalog'], isOff: q === '', isKept: true },
  );
  const known = new Map([...found.rows, ...chosen].map(({ id, title }) => [String(id), title]));
  return (
    <MultiSelect
      {...{ label: t.pinned, searchable: true, searchValue: typed, onSearchChange: setTyped }}
      data={[...known].map(([value, label]) => ({ value, label }))}
      filter={({ options }) => options}
      value={chosen.map(({ id }) => id)}
      onChange={(ids) => onChange(ids.map((id) => ({ id, title: known.get(id) ?? '' })))}
    />
  );
}

function RuleRow({ rule, mayWrite }: { readonly rule: Rule; readonly mayWrite: boolean }) {
  const t = searchWords();
  const remove = useWrite('removeSearchRule', { about: ['search'], onDone: () => sayDone(t.removed) });
  const parts = [
    ...(rule.pinned.length > 0 ? [`${t.pinned}: ${rule.pinned.map(({ title }) => title).join(', ')}`] : []),
    ...(rule.boosted.length > 0
      ? [`${t.boosted}: ${rule.boosted.map(({ value }) => value).join(', ')}`]
      : []),
    ...(rule.buried.length > 0 ? [`${t.buried}: ${rule.buried.map(({ value }) => value).join(', ')}`] : []),
    ...(rule.redirectTo === undefined ? [] : [`→ ${rule.redirectTo}`]),
  ];
  return (
    <Table.Tr>
      <Table.Td w={60} c="dimmed">
        {rule.locale}
      </Table.Td>
      <Table.Td w="25%" fw={540}>
        {rule.query}
      </Table.Td>
      <Table.Td>{parts.join(' · ')}</Table.Td>
      <Table.Td w={50}>
        {mayWrite && (
          <ActionIcon
            {...{ variant: 'subtle', color: 'gray' }}
            aria-label={`${t.remove}: ${rule.query}`}
            onClick={() => remove.mutate({ params: { id: rule.id } })}
          >
            <Trash2 size={15} />
          </ActionIcon>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
