import {
  ActionIcon,
  Alert,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  Table,
  Text,
  Textarea,
  TextInput,
  VisuallyHidden,
} from '@mantine/core';
import { Trash2 } from 'lucide-react';
import { callApi } from '../../../../platform/cockpit/api/index.ts';
import { type Choosable, FindField } from '../../../../platform/cockpit/form/index.ts';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { countOf } from '../../../../platform/cockpit/text/index.ts';
import { detailOf, ItemCell, type ItemShown } from '../item-cell.tsx';
import type { Place } from '../places.ts';
import { stockWords } from '../words.ts';

export type DraftLine = {
  readonly variantId: string;
  readonly item: ItemShown;
  readonly quantity: number;
  readonly available: number;
};

export type TransferDraft = {
  readonly fromId: string;
  readonly toId: string;
  readonly expectedOn: string;
  readonly note: string;
  readonly lines: readonly DraftLine[];
};

export const NEW_TRANSFER: TransferDraft = { fromId: '', toId: '', expectedOn: '', note: '', lines: [] };

/** A draft as the API takes it. */
export function bodyOf({ fromId, toId, expectedOn, note, lines }: TransferDraft) {
  return {
    ...{ fromId, toId, note, ...(expectedOn === '' ? {} : { expectedOn }) },
    lines: lines.map(({ variantId, quantity }) => ({ variantId, quantity })),
  };
}

/** Where from, where to, and what: goods are found by name, SKU or a scanned code. */
export function TransferForm(props: {
  readonly draft: TransferDraft;
  readonly places: readonly Place[];
  readonly problems: Readonly<Record<string, string>>;
  readonly onChange: (draft: TransferDraft) => void;
}) {
  const { draft, places, problems, onChange } = props;
  const t = stockWords();
  const unnamed = Object.entries(problems).find(([field]) => !['fromId', 'toId'].includes(field))?.[1];
  return (
    <Stack>
      {unnamed !== undefined && (
        <Alert color="red" role="alert">
          {unnamed}
        </Alert>
      )}
      <Card>
        <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
          <Select
            label={t.transfer.from}
            data={[...places]}
            value={draft.fromId || null}
            error={problems['fromId']}
            allowDeselect={false}
            onChange={(fromId) => onChange({ ...draft, fromId: fromId ?? '', lines: [] })}
          />
          <Select
            label={t.transfer.to}
            data={places.filter(({ value }) => value !== draft.fromId)}
            value={draft.toId || null}
            error={problems['toId']}
            allowDeselect={false}
            onChange={(toId) => onChange({ ...draft, toId: toId ?? '' })}
          />
          <TextInput
            label={t.transfer.expected}
            type="date"
            value={draft.expectedOn}
            onChange={(event) => onChange({ ...draft, expectedOn: event.currentTarget.value })}
          />
        </SimpleGrid>
      </Card>
      <Card title={t.goods}>
        <Stack gap="sm">
          <FindGoods draft={draft} onChange={onChange} />
          <Lines draft={draft} onChange={onChange} />
        </Stack>
      </Card>
      <Card>
        <Textarea
          label={t.note}
          autosize
          minRows={2}
          maxLength={2_000}
          value={draft.note}
          onChange={(event) => onChange({ ...draft, note: event.currentTarget.value })}
        />
      </Card>
    </Stack>
  );
}

type Changing = { readonly draft: TransferDraft; readonly onChange: (draft: TransferDraft) => void };

function FindGoods({ draft, onChange }: Changing) {
  const t = stockWords();
  const { fromId } = draft;
  const find = async (typed: string, signal: AbortSignal): Promise<readonly Choosable<DraftLine>[]> => {
    const query = { q: typed, locationId: [fromId], limit: '12' };
    const { items } = await callApi('listStockLevels', { query }, { signal });
    return items.map(({ item, available }) => ({
      id: item.variantId,
      value: { variantId: item.variantId, item, available, quantity: 1 },
      label: item.title,
      detail: [detailOf(item), t.availableCount(available)].filter(Boolean).join(' · '),
    }));
  };
  const take = (line: DraftLine) => {
    const known = draft.lines.find(({ variantId }) => variantId === line.variantId);
    const others = draft.lines.filter((one) => one !== known);
    const quantity = (known?.quantity ?? 0) + 1;
    onChange({ ...draft, lines: [...others, { ...line, quantity }] });
  };
  return (
    <FindField
      name={`transfer ${fromId}`}
      find={find}
      onTake={take}
      disabled={fromId === ''}
      placeholder={fromId === '' ? t.transfer.chooseFrom : t.search}
      aria-label={t.search}
    />
  );
}

function Lines({ draft, onChange }: Changing) {
  const t = stockWords();
  if (draft.lines.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t.transfer.noGoods}
      </Text>
    );
  }
  const change = (line: DraftLine, quantity: number) =>
    onChange({ ...draft, lines: draft.lines.map((one) => (one === line ? { ...one, quantity } : one)) });
  return (
    <Table verticalSpacing={6}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t.goods}</Table.Th>
          <Table.Th ta="right">{t.available}</Table.Th>
          <Table.Th ta="right" w={120}>
            {t.quantity}
          </Table.Th>
          <Table.Th w={40}>
            <VisuallyHidden>{t.remove}</VisuallyHidden>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {draft.lines.map((line) => (
          <Table.Tr key={line.variantId}>
            <Table.Td>
              <ItemCell item={line.item} />
            </Table.Td>
            <Table.Td ta="right">{countOf(line.available)}</Table.Td>
            <Table.Td>
              <NumberInput
                size="xs"
                aria-label={`${t.quantity}: ${line.item.title}`}
                value={line.quantity}
                min={1}
                max={1_000_000}
                allowDecimal={false}
                error={line.quantity > line.available ? t.transfer.tooMany : undefined}
                onChange={(typed) => change(line, Number(typed) || 1)}
              />
            </Table.Td>
            <Table.Td>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={`${t.remove}: ${line.item.title}`}
                onClick={() => onChange({ ...draft, lines: draft.lines.filter((one) => one !== line) })}
              >
                <Trash2 size={15} />
              </ActionIcon>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
