import { SimpleGrid, Stack, Table, Text } from '@mantine/core';
import type { Told } from '../../../platform/cockpit/api/index.ts';
import { countOf, moneyOf } from '../../../platform/cockpit/text/index.ts';
import { dayOf, historyWords } from './words.ts';

type Report = NonNullable<Told<'readHistoryRun'>['report']>;

/** What a trial or an import came to: counts, and of orders each class with its sum, exact. */
export function ReportCard({ of: { orders, rows, known } }: { readonly of: Report }) {
  const t = historyWords();
  const figures = orders
    ? ([
        [t.orders, countOf(orders.documents)],
        [t.refunds, countOf(orders.refunds)],
        [t.customers, countOf(orders.customers)],
        [t.skus, countOf(orders.skus)],
      ] as const)
    : ([[t.rows, countOf(rows)]] as const);
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 2, sm: 4 }}>
        {[...figures, ...(known > 0 ? [[t.leftOut, countOf(known)] as const] : [])].map(([label, text]) => (
          <div key={label}>
            <Text size="xs" c="dimmed">
              {label}
            </Text>
            <Text fz={22} fw={600} style={{ fontVariantNumeric: 'tabular-nums' }}>
              {text}
            </Text>
          </div>
        ))}
      </SimpleGrid>
      {orders?.firstDay !== undefined && orders.lastDay !== undefined && (
        <Text size="sm">{t.between(dayOf(orders.firstDay), dayOf(orders.lastDay))}</Text>
      )}
      {orders && (
        <Table fz="sm" aria-label={t.sums}>
          <Table.Tbody>
            {orders.sums.map(({ currency, class: name, lines, amount }) => (
              <Table.Tr key={`${currency} ${name}`}>
                <Table.Td>{t.classes[name]}</Table.Td>
                <Table.Td ta="end" c="dimmed">
                  {t.lines(countOf(lines))}
                </Table.Td>
                <Table.Td ta="end" style={{ fontVariantNumeric: 'tabular-nums' }}>
                  {moneyOf({ amount, currency })}
                </Table.Td>
              </Table.Tr>
            ))}
            {orders.netSales.map((net) => (
              <Table.Tr key={net.currency} fw={600}>
                <Table.Td>{t.netSales}</Table.Td>
                <Table.Td />
                <Table.Td ta="end" style={{ fontVariantNumeric: 'tabular-nums' }}>
                  {moneyOf(net)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Stack>
  );
}
