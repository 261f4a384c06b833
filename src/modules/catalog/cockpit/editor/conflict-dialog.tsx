import { Button, Group, Modal, SegmentedControl, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { productWords } from '../words.ts';
import { fieldName } from './field-names.ts';
import type { ProductForm } from './form.ts';
import { type Field, mergeForms, withFields } from './merge.ts';

/** What somebody else changed meanwhile, and whose shall hold where both changed the same. */
export function ConflictDialog(props: {
  readonly base: ProductForm;
  readonly mine: ProductForm;
  readonly theirs: ProductForm;
  readonly isBusy: boolean;
  readonly onMerged: (merged: ProductForm) => void;
  readonly onClose: () => void;
}) {
  const { base, mine, theirs, isBusy, onMerged, onClose } = props;
  const { editor: t } = productWords();
  const { merged, conflicts, taken } = mergeForms(base, mine, theirs);
  const [lost, setLost] = useState<ReadonlySet<Field>>(new Set());
  const choose = (field: Field, whose: string) => {
    const next = new Set(lost);
    if (whose === 'theirs') next.add(field);
    else next.delete(field);
    setLost(next);
  };
  return (
    <Modal opened onClose={onClose} title={t.conflictTitle} size="xl" centered>
      <Stack>
        <Text size="sm">{t.conflictText}</Text>
        <Table fz="sm" layout="fixed">
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={130} />
              <Table.Th>{t.mine}</Table.Th>
              <Table.Th>{t.theirs}</Table.Th>
              <Table.Th w={190} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {taken.map((field) => (
              <Table.Tr key={field}>
                <Table.Th scope="row">{fieldName(field)}</Table.Th>
                <Table.Td c="dimmed">{textOf(mine[field])}</Table.Td>
                <Table.Td fw={540}>{textOf(theirs[field])}</Table.Td>
                <Table.Td>✓ {t.theirs}</Table.Td>
              </Table.Tr>
            ))}
            {conflicts.map((field) => (
              <Table.Tr key={field}>
                <Table.Th scope="row">{fieldName(field)}</Table.Th>
                <Table.Td fw={lost.has(field) ? 400 : 540}>{textOf(mine[field])}</Table.Td>
                <Table.Td fw={lost.has(field) ? 540 : 400}>{textOf(theirs[field])}</Table.Td>
                <Table.Td>
                  <SegmentedControl
                    size="xs"
                    aria-label={fieldName(field)}
                    value={lost.has(field) ? 'theirs' : 'mine'}
                    data={[
                      { value: 'mine', label: t.mine },
                      { value: 'theirs', label: t.theirs },
                    ]}
                    onChange={(whose) => choose(field, whose)}
                  />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Group justify="flex-end">
          <Button loading={isBusy} onClick={() => onMerged(withFields(merged, theirs, [...lost]))}>
            {t.merge}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

const LONGEST = 160;

function textOf(value: ProductForm[Field]): string {
  const text = typeof value === 'string' ? value.replaceAll(/<[^>]*>/g, ' ') : listed(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text || '–';
}

function listed(value: unknown): string {
  if (Array.isArray(value)) return value.map(listed).join(', ');
  if (typeof value !== 'object' || value === null) return String(value);
  const known = value as {
    readonly optionValues?: readonly string[];
    readonly sku?: string;
    readonly alt?: string;
  };
  if (known.optionValues) return [...known.optionValues, known.sku].filter(Boolean).join(' ');
  return Object.values(value)
    .filter((part) => part !== '')
    .map(listed)
    .join(' ');
}
