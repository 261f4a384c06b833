import { Table } from '@mantine/core';
import { productWords } from '../words.ts';

type Example = {
  readonly productId: string;
  readonly title: string;
  readonly before: string;
  readonly after: string;
};

export function Examples({ of }: { readonly of: readonly Example[] }) {
  const t = productWords();
  if (of.length === 0) return null;
  return (
    <Table fz="sm" layout="fixed">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t.product}</Table.Th>
          <Table.Th>{t.bulk.before}</Table.Th>
          <Table.Th>{t.bulk.after}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {of.map(({ productId, title, before, after }) => (
          <Table.Tr key={productId}>
            <Table.Td>{title}</Table.Td>
            <Table.Td c="dimmed">{before || '–'}</Table.Td>
            <Table.Td fw={540}>{after || '–'}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
