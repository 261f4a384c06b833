import { Alert, Select, Stack, Table, Text } from '@mantine/core';
import { CircleCheck } from 'lucide-react';
import type { Told } from '../../../platform/cockpit/api/index.ts';
import { Card } from '../../../platform/cockpit/page/index.ts';
import styles from './wizard.module.css';
import { importWords } from './words.ts';

type Mapping = Readonly<Record<string, string>>;

/** What the file is; where nothing recognises it, which of its columns becomes what. */
export function MappingCard(props: {
  readonly file: Told<'uploadImport'>;
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}) {
  const { file, mapping, onChange } = props;
  const t = importWords();
  const fieldOf = new Map(Object.entries(mapping).map(([field, column]) => [column, field]));
  const choose = (column: string, field: string | null) => {
    const others = Object.entries(mapping).filter(([known, of]) => of !== column && known !== field);
    onChange(Object.fromEntries(field === null ? others : [...others, [field, column]]));
  };
  const examples = (place: number) =>
    [...new Set(file.rows.map((row) => row[place] ?? '').filter(Boolean))].slice(0, 3).join(' · ');
  if (file.format !== undefined) {
    return (
      <Card title={file.fileName}>
        <Stack gap="sm">
          <Alert color="teal" icon={<CircleCheck size={18} />}>
            {t.recognised(file.format)}
          </Alert>
          <Sample file={file} />
        </Stack>
      </Card>
    );
  }
  return (
    <Card title={file.fileName} about={t.mapIt} isFlush>
      <Table fz="sm" verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t.column}</Table.Th>
            <Table.Th>{t.examples}</Table.Th>
            <Table.Th w={220}>{t.becomes}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {file.columns.map((column, place) => (
            <Table.Tr key={column}>
              <Table.Td fw={540}>{column}</Table.Td>
              <Table.Td c="dimmed" className={styles.example}>
                {examples(place)}
              </Table.Td>
              <Table.Td>
                <Select
                  {...{
                    size: 'xs',
                    'aria-label': `${column}: ${t.becomes}`,
                    clearable: true,
                    searchable: true,
                  }}
                  placeholder={t.ignored}
                  data={file.fields.map((field) => ({ value: field, label: labelOf(t.fields, field) }))}
                  value={fieldOf.get(column) ?? null}
                  onChange={(field) => choose(column, field)}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Card>
  );
}

function labelOf(names: Readonly<Record<string, string>>, field: string): string {
  return names[field] ?? field;
}

function Sample({ file }: { readonly file: Told<'uploadImport'> }) {
  const t = importWords();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be drawn as one
    <div className={styles.sample} tabIndex={0} role="group" aria-label={t.examples}>
      <Table fz="xs" striped>
        <Table.Thead>
          <Table.Tr>
            {file.columns.slice(0, 12).map((column) => (
              <Table.Th key={column}>{column}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {file.rows.slice(0, 5).map((row) => (
            <Table.Tr key={row.join('\t')}>
              {file.columns.slice(0, 12).map((column, place) => (
                <Table.Td key={column}>
                  <Text size="xs" lineClamp={1} maw={180}>
                    {row[place]}
                  </Text>
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
