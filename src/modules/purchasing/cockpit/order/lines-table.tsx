import { Table, Text } from '@mantine/core';
import { countOf, moneyOf } from '../../../../platform/cockpit/text/index.ts';
import { Money, TEXT_TONES } from '../../../../platform/cockpit/value/index.ts';
import { ItemCell } from '../item-cell.tsx';
import type { Line, WholeOrder } from '../order-state.tsx';
import { SCROLLED } from '../scrolled.ts';
import { purchasingWords } from '../words.ts';

/** What is on an order that is not being changed: ordered, confirmed otherwise, arrived. */
export function LinesTable({ order }: { readonly order: WholeOrder }) {
  const t = purchasingWords();
  const hasCosts = order.value !== undefined;
  return (
    <Table.ScrollContainer minWidth={520} scrollAreaProps={SCROLLED}>
      <Table verticalSpacing={8} horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t.goods}</Table.Th>
            <Table.Th ta="right">{t.quantity}</Table.Th>
            <Table.Th ta="right">{t.arrived}</Table.Th>
            {hasCosts && <Table.Th ta="right">{t.price}</Table.Th>}
            {hasCosts && <Table.Th ta="right">{t.value}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {order.lines.map((line) => (
            <Table.Tr key={line.id}>
              <Table.Td>
                <ItemCell item={line.item} sku={line.sku} />
              </Table.Td>
              <Table.Td ta="right">
                <Quantity line={line} />
              </Table.Td>
              <Table.Td ta="right">
                <Arrived line={line} />
              </Table.Td>
              {hasCosts && (
                <Table.Td ta="right">
                  <Price line={line} />
                </Table.Td>
              )}
              {hasCosts && <Table.Td ta="right">{line.value && <Money of={line.value} />}</Table.Td>}
            </Table.Tr>
          ))}
        </Table.Tbody>
        {order.value !== undefined && (
          <Table.Tfoot visibleFrom="sm">
            <Table.Tr>
              <Table.Td colSpan={4} fw={560} ta="right">
                {t.total}
              </Table.Td>
              <Table.Td ta="right" fw={560}>
                <Money of={order.value} />
              </Table.Td>
            </Table.Tr>
          </Table.Tfoot>
        )}
      </Table>
      {order.lines.length === 0 && (
        <Text size="sm" c="dimmed" p="md">
          {t.noGoods}
        </Text>
      )}
    </Table.ScrollContainer>
  );
}

function Quantity({ line }: { readonly line: Line }) {
  const t = purchasingWords();
  const { quantity: confirmed } = line.confirmed;
  if (confirmed === undefined || confirmed === line.quantity) return countOf(line.quantity);
  return (
    <>
      <Text span size="sm" td="line-through" c="dimmed">
        {countOf(line.quantity)}
      </Text>{' '}
      <Text span size="sm" fw={560} c={TEXT_TONES.waiting}>
        {confirmed === 0 ? t.willNotCome : countOf(confirmed)}
      </Text>
    </>
  );
}

function Arrived({ line }: { readonly line: Line }) {
  const t = purchasingWords();
  const flaws = [
    line.damaged > 0 && t.damagedCount(line.damaged),
    line.wrong > 0 && t.wrongCount(line.wrong),
  ].filter(Boolean);
  return (
    <>
      <Text span size="sm" fw={560} c={line.open > 0 && line.received > 0 ? TEXT_TONES.waiting : undefined}>
        {countOf(line.received)}
      </Text>
      {flaws.length > 0 && (
        <Text size="xs" c={TEXT_TONES.bad}>
          {flaws.join(', ')}
        </Text>
      )}
    </>
  );
}

function Price({ line }: { readonly line: Line }) {
  const t = purchasingWords();
  const price = line.confirmed.price ?? line.price;
  if (price === undefined) return null;
  return (
    <>
      <Text
        span
        size="sm"
        c={line.confirmed.price && line.confirmed.isOtherwise ? TEXT_TONES.waiting : undefined}
      >
        {moneyOf(price.amount)}
      </Text>
      {price.per > 1 && (
        <Text size="xs" c="dimmed">
          {t.perCount(price.per)}
        </Text>
      )}
    </>
  );
}
