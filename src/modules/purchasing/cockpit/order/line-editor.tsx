import { ActionIcon, Button, Group, NumberInput, Stack, Table, Text, VisuallyHidden } from '@mantine/core';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { MoneyField, problemsByField, SaveBar } from '../../../../platform/cockpit/form/index.ts';
import { moneyOf } from '../../../../platform/cockpit/text/index.ts';
import { Money, TEXT_TONES } from '../../../../platform/cockpit/value/index.ts';
import { FindGoods, type Goods } from '../find-goods.tsx';
import { ItemCell, type ItemShown } from '../item-cell.tsx';
import type { Line, WholeOrder } from '../order-state.tsx';
import { SCROLLED } from '../scrolled.ts';
import { purchasingWords } from '../words.ts';
import classes from './line-editor.module.css';

type Draft = {
  readonly variantId: string;
  readonly item: ItemShown | undefined;
  readonly quantity: number;
  /** '': that of the list. */
  readonly amount: string;
  readonly per: number;
  /** As it was saved, with what is known of how it is sold. */
  readonly saved: Line | undefined;
};

/** The lines of a draft, with packs, minimum and cheaper quantities beside what is typed. */
export function LineEditor({ order, onSaved }: { readonly order: WholeOrder; readonly onSaved: () => void }) {
  const t = purchasingWords();
  const [lines, setLines] = useState<readonly Draft[]>(() => order.lines.map(draftOf));
  const save = useWrite('changePurchaseOrder', { about: ['purchasing'], isTold: true, onDone: onSaved });
  const problems = problemsByField(save.error);
  const isChanged = JSON.stringify(lines) !== JSON.stringify(order.lines.map(draftOf));
  const take = (item: Goods) => {
    if (lines.some(({ variantId }) => variantId === item.variantId)) return;
    setLines([
      ...lines,
      { variantId: item.variantId, item, quantity: 1, amount: '', per: 1, saved: undefined },
    ]);
  };
  const change = (line: Draft, parts: Partial<Draft>) =>
    setLines(lines.map((one) => (one === line ? { ...one, ...parts } : one)));
  return (
    <Stack gap={0}>
      <Group p="md">
        <FindGoods label={t.findGoods} onTake={take} />
      </Group>
      <Table.ScrollContainer minWidth={680} scrollAreaProps={SCROLLED} className={classes['lines']}>
        <Table verticalSpacing={6} horizontalSpacing="md">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t.goods}</Table.Th>
              <Table.Th w={150}>{t.quantity}</Table.Th>
              {order.value !== undefined && <Table.Th w={190}>{t.price}</Table.Th>}
              <Table.Th ta="right">{t.value}</Table.Th>
              <Table.Th w={40}>
                <VisuallyHidden>{t.remove}</VisuallyHidden>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map((line, index) => (
              <EditedLine
                key={line.variantId}
                {...{ line, currency: order.currency, hasCosts: order.value !== undefined }}
                problem={Object.entries(problems).find(([field]) => field.startsWith(`lines[${index}]`))?.[1]}
                onChange={(parts) => change(line, parts)}
                onRemove={() => setLines(lines.filter((one) => one !== line))}
              />
            ))}
          </Table.Tbody>
        </Table>
        {lines.length === 0 && (
          <Text size="sm" c="dimmed" p="md">
            {t.noGoods}
          </Text>
        )}
      </Table.ScrollContainer>
      {order.value !== undefined && lines.length > 0 && (
        <Group justify="flex-end" gap="xs" p="md">
          <Text size="sm">{t.total}</Text>
          <Text fw={600}>{moneyOf(order.value)}</Text>
        </Group>
      )}
      <SaveBar
        isChanged={isChanged}
        isBusy={save.isPending}
        problem={problems[''] ?? Object.values(problems)[0]}
        onSave={() => save.mutate({ params: { id: order.id }, body: bodyOf(order, lines) })}
        onDiscard={() => setLines(order.lines.map(draftOf))}
      />
    </Stack>
  );
}

function EditedLine(props: {
  readonly line: Draft;
  readonly currency: string;
  readonly hasCosts: boolean;
  readonly problem: string | undefined;
  readonly onChange: (parts: Partial<Draft>) => void;
  readonly onRemove: () => void;
}) {
  const { line, currency, hasCosts, problem, onChange, onRemove } = props;
  const t = purchasingWords();
  const title = line.item?.title ?? t.gone;
  return (
    <Table.Tr>
      <Table.Td>
        <ItemCell item={line.item} sku={line.saved?.sku ?? ''} />
      </Table.Td>
      <Table.Td>
        <NumberInput
          size="xs"
          aria-label={`${t.quantity}: ${title}`}
          value={line.quantity}
          min={1}
          max={1_000_000}
          error={problem}
          onChange={(typed) => onChange({ quantity: Number(typed) || 0 })}
        />
        <Hints line={line} onTake={(quantity) => onChange({ quantity })} />
      </Table.Td>
      {hasCosts && (
        <Table.Td>
          <MoneyField
            size="xs"
            aria-label={`${t.price}: ${title}`}
            placeholder={t.listPrice}
            value={line.amount}
            currency={currency}
            onChange={(amount) => onChange({ amount })}
          />
          {line.per > 1 && (
            <Text size="xs" c="dimmed">
              {t.perCount(line.per)}
            </Text>
          )}
        </Table.Td>
      )}
      <Table.Td ta="right">
        {line.saved?.value && line.quantity === line.saved.quantity && <Money of={line.saved.value} />}
      </Table.Td>
      <Table.Td>
        <ActionIcon variant="subtle" color="gray" aria-label={`${t.remove}: ${title}`} onClick={onRemove}>
          <Trash2 size={15} />
        </ActionIcon>
      </Table.Td>
    </Table.Tr>
  );
}

/** What the supplier sells instead of what was typed, each a press away. */
function Hints({ line, onTake }: { readonly line: Draft; readonly onTake: (quantity: number) => void }) {
  const t = purchasingWords();
  if (line.saved === undefined) return null;
  const { packSize, minimumQuantity, cheaperFrom } = line.saved;
  const orderable = Math.ceil(Math.max(line.quantity, minimumQuantity) / packSize) * packSize;
  return (
    <Stack gap={4} mt={4} align="flex-start">
      {orderable !== line.quantity && (
        <Button
          size="compact-sm"
          variant="subtle"
          color={TEXT_TONES.waiting}
          onClick={() => onTake(orderable)}
        >
          {t.toPacks(orderable)}
        </Button>
      )}
      {cheaperFrom !== undefined && cheaperFrom !== orderable && line.quantity === line.saved.quantity && (
        <Button size="compact-sm" variant="subtle" onClick={() => onTake(cheaperFrom)}>
          {t.cheaperFrom(cheaperFrom)}
        </Button>
      )}
    </Stack>
  );
}

function draftOf(line: Line): Draft {
  const { variantId, item, quantity, price } = line;
  return { variantId, item, quantity, amount: price?.amount.amount ?? '', per: price?.per ?? 1, saved: line };
}

/** A price that was left as it is while the quantity changed is that of the list again, where it was. */
function bodyOf({ version, currency }: WholeOrder, lines: readonly Draft[]) {
  return {
    version,
    lines: lines.map(({ variantId, quantity, amount, per, saved }) => {
      const wasList = saved?.price?.amount.amount === saved?.listPrice?.amount.amount;
      const isUntouched = amount === saved?.price?.amount.amount;
      const isOfList = amount === '' || (wasList && isUntouched && saved?.listPrice !== undefined);
      return { variantId, quantity, ...(isOfList ? {} : { price: { amount: { amount, currency }, per } }) };
    }),
  };
}
