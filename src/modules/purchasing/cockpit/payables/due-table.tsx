import { Box, Group, Stack, Table, Text } from '@mantine/core';
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
      <Stack hiddenFrom="sm" gap="md" p="md">
        {of.due.map((due) => (
          <DueList key={due.currency} due={due} />
        ))}
      </Stack>
      <Box visibleFrom="sm">
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
      </Box>
    </Card>
  );
}

/** On a phone: what there is, one below the other. */
function DueList({ due }: { readonly due: Due }) {
  const t = purchasingWords().payables;
  const rows: readonly (readonly [label: string, owed: Due['late'], isBad: boolean])[] = [
    [t.late, due.late, true],
    ...due.weeks.map(
      (week, index) => [index === 0 ? t.thisWeek : t.weekOf(dayOf(week.monday)), week, false] as const,
    ),
    [t.later, due.later, false],
    [t.credits, due.credits, false],
  ];
  return (
    <div>
      <Currency due={due} />
      {rows
        .filter(([, owed]) => owed.count > 0)
        .map(([label, owed, isBad]) => (
          <Group key={label} justify="space-between" gap="xs" wrap="nowrap" py={4}>
            <Text size="sm">{label}</Text>
            <Amounts of={owed} isBad={isBad} />
          </Group>
        ))}
    </div>
  );
}

function Row({ due }: { readonly due: Due }) {
  return (
    <Table.Tr>
      <Table.Td>
        <Currency due={due} />
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

function Currency({ due }: { readonly due: Due }) {
  const t = purchasingWords().payables;
  const hasDiscount = due.discount !== undefined && /[1-9]/.test(due.discount.amount);
  return (
    <>
      <Text size="sm" fw={600}>
        {due.currency}
      </Text>
      {hasDiscount && due.discount && (
        <Text size="xs" c="dimmed">
          {t.offToday(moneyOf(due.discount))}
        </Text>
      )}
    </>
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
  return (
    <Table.Td ta="right">
      <Amounts of={of} isBad={isBad} />
    </Table.Td>
  );
}

/** What is owed in their currency, and below it what the books owe for it. */
function Amounts({ of, isBad }: { readonly of: Due['late']; readonly isBad: boolean }) {
  if (of.amount === undefined) return null;
  const isForeign = of.booked !== undefined && of.booked.currency !== of.amount.currency;
  return (
    <div style={{ textAlign: 'right' }}>
      <Text size="sm" fw={isBad ? 600 : undefined} c={isBad ? TEXT_TONES.bad : undefined} component="div">
        <Money of={of.amount} />
      </Text>
      {isForeign && of.booked && (
        <Text size="xs" c="dimmed" component="div">
          <Money of={of.booked} />
        </Text>
      )}
    </div>
  );
}
