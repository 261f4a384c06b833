import { Table, Text } from '@mantine/core';
import type { Told } from '../../../../platform/cockpit/api/index.ts';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { moneyOf } from '../../../../platform/cockpit/text/index.ts';
import { Money, TEXT_TONES } from '../../../../platform/cockpit/value/index.ts';
import { dayOf } from '../day.ts';
import { SCROLLED } from '../scrolled.ts';
import { purchasingWords } from '../words.ts';

type MoneyDue = Told<'readMoneyDue'>;
type Due = MoneyDue['due'][number];

/** What is owed by currency: late, week by week, and later. */
export function DueTable({ of }: { readonly of: MoneyDue }) {
  const t = purchasingWords().payables;
  if (of.due.length === 0) return null;
  const weeks = of.due[0]?.weeks ?? [];
  return (
    <Card title={t.dueTitle} about={t.dueAbout} isFlush>
      <Table.ScrollContainer minWidth={820} scrollAreaProps={SCROLLED}>
        <Table verticalSpacing={8} horizontalSpacing="md">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t.currency}</Table.Th>
              <Table.Th ta="right">{t.late}</Table.Th>
              {weeks.map(({ monday }, index) => (
                <Table.Th key={monday} ta="right">
                  {index === 0 ? t.thisWeek : t.weekOf(dayOf(monday))}
                </Table.Th>
              ))}
              <Table.Th ta="right">{t.later}</Table.Th>
              <Table.Th ta="right">{t.credits}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {of.due.map((due) => (
              <Row key={due.currency} due={due} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Card>
  );
}

function Row({ due }: { readonly due: Due }) {
  const t = purchasingWords().payables;
  const hasDiscount = due.discount !== undefined && /[1-9]/.test(due.discount.amount);
  return (
    <Table.Tr>
      <Table.Td>
        <Text size="sm" fw={600}>
          {due.currency}
        </Text>
        {hasDiscount && due.discount && (
          <Text size="xs" c="dimmed">
            {t.offToday(moneyOf(due.discount))}
          </Text>
        )}
      </Table.Td>
      <Cell of={due.late} isBad />
      {due.weeks.map((week) => (
        <Cell key={week.monday} of={week} />
      ))}
      <Cell of={due.later} />
      <Cell of={due.credits} />
    </Table.Tr>
  );
}

function Cell({ of, isBad = false }: { readonly of: Due['late']; readonly isBad?: boolean }) {
  if (of.count === 0 || of.amount === undefined) {
    return (
      <Table.Td ta="right" c="dimmed">
        –
      </Table.Td>
    );
  }
  const isForeign = of.booked !== undefined && of.booked.currency !== of.amount.currency;
  return (
    <Table.Td ta="right">
      <Text size="sm" fw={isBad ? 600 : undefined} c={isBad ? TEXT_TONES.bad : undefined} component="div">
        <Money of={of.amount} />
      </Text>
      {isForeign && of.booked && (
        <Text size="xs" c="dimmed" component="div">
          <Money of={of.booked} />
        </Text>
      )}
    </Table.Td>
  );
}
