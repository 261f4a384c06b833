import { Select, Table, Text } from '@mantine/core';
import styles from './column-mapping.module.css';

type Columns = readonly string[];
type Rows = readonly (readonly string[])[];

const SHOWN_COLUMNS = 12;
const SHOWN_ROWS = 5;
const EXAMPLES = 3;

/** Which of a file's columns becomes what; a field is of one column. */
export function ColumnMapping(props: {
  readonly columns: Columns;
  readonly rows: Rows;
  readonly fields: readonly { readonly value: string; readonly label: string }[];
  /** Our field to the file's column. */
  readonly mapping: Readonly<Record<string, string>>;
  readonly onChange: (mapping: Readonly<Record<string, string>>) => void;
  readonly words: Readonly<Record<'column' | 'examples' | 'becomes' | 'ignored', string>>;
}) {
  const { columns, rows, fields, mapping, onChange, words } = props;
  const fieldOf = new Map(Object.entries(mapping).map(([field, column]) => [column, field]));
  const choose = (column: string, field: string | null) => {
    const others = Object.entries(mapping).filter(([known, of]) => of !== column && known !== field);
    onChange(Object.fromEntries(field === null ? others : [...others, [field, column]]));
  };
  const examples = (place: number) =>
    [...new Set(rows.map((row) => row[place] ?? '').filter(Boolean))].slice(0, EXAMPLES).join(' · ');
  return (
    <Table fz="sm" verticalSpacing={6}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{words.column}</Table.Th>
          <Table.Th className={styles.examples}>{words.examples}</Table.Th>
          <Table.Th className={styles.becomes}>{words.becomes}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {columns.map((column, place) => (
          <Table.Tr key={column}>
            <Table.Td fw={540}>{column}</Table.Td>
            <Table.Td c="dimmed" className={styles.examples}>
              {examples(place)}
            </Table.Td>
            <Table.Td>
              <Select
                {...{ size: 'xs', clearable: true, searchable: true, placeholder: words.ignored }}
                aria-label={`${column}: ${words.becomes}`}
                data={fields}
                value={fieldOf.get(column) ?? null}
                onChange={(field) => choose(column, field)}
              />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** The first rows of a file, as they are. */
export function SampleRows(props: {
  readonly columns: Columns;
  readonly rows: Rows;
  readonly label: string;
}) {
  const { columns, rows, label } = props;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be drawn as one
    <div className={styles.sample} tabIndex={0} role="group" aria-label={label}>
      <Table fz="xs" striped>
        <Table.Thead>
          <Table.Tr>
            {columns.slice(0, SHOWN_COLUMNS).map((column) => (
              <Table.Th key={column}>{column}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.slice(0, SHOWN_ROWS).map((row) => (
            <Table.Tr key={row.join('\t')}>
              {columns.slice(0, SHOWN_COLUMNS).map((column, place) => (
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
