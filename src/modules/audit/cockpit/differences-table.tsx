import { Table } from '@mantine/core';
import type { RowOf } from '../../../platform/cockpit/api/index.ts';
import { auditWords } from './words.ts';

type Difference = RowOf<'listAuditEntries'>['differences'][number];

/** Each field that changed, as it was and as it is. */
export function DifferencesTable({ of }: { readonly of: readonly Difference[] }) {
  const t = auditWords();
  return (
    <Table.ScrollContainer minWidth={420}>
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t.field}</Table.Th>
            <Table.Th>{t.before}</Table.Th>
            <Table.Th>{t.after}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {of.map(({ field, before, after, isHidden }) => (
            <Table.Tr key={field}>
              <Table.Td>{field}</Table.Td>
              {isHidden ? <Table.Td colSpan={2}>{t.hidden}</Table.Td> : <Values of={[before, after]} />}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Values({ of: [before, after] }: { readonly of: readonly [unknown, unknown] }) {
  return (
    <>
      <Table.Td>{textOf(before)}</Table.Td>
      <Table.Td>{textOf(after)}</Table.Td>
    </>
  );
}

function textOf(value: unknown): string {
  if (value === undefined || value === null || value === '') return '–';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
