import { Group, Stack, Table, Text } from '@mantine/core';
import { CalendarClock } from 'lucide-react';
import { type Told, useRead } from '../../../../platform/cockpit/api/index.ts';
import { Card, EmptyState, Page, Shown } from '../../../../platform/cockpit/page/index.ts';
import { countOf } from '../../../../platform/cockpit/text/index.ts';
import { Money, TEXT_TONES } from '../../../../platform/cockpit/value/index.ts';
import { dayOf } from '../day.ts';
import { ItemCell } from '../item-cell.tsx';
import { purchasingWords } from '../words.ts';

type Expiring = Told<'listExpiringStock'>['items'][number];

/** Lots in the order in which they are to be sold, and what of them will not be sold before it expires. */
export function Screen() {
  const t = purchasingWords().expiry;
  const stock = useRead('listExpiringStock', {}, { about: ['purchasing', 'inventory'] });
  return (
    <Page title={t.title} about={t.about} back="/purchasing">
      <Shown of={stock}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={CalendarClock} title={t.empty} text={t.emptyText} />
          ) : (
            <Lots of={items} />
          )
        }
      </Shown>
    </Page>
  );
}

function Lots({ of }: { readonly of: readonly Expiring[] }) {
  const words = purchasingWords();
  const t = words.expiry;
  return (
    <Card isFlush>
      <Stack hiddenFrom="sm" gap="md" p="md">
        {of.map((one) => (
          <LotsOnPhone key={one.variantId} of={one} />
        ))}
      </Stack>
      <Table verticalSpacing={8} horizontalSpacing="md" visibleFrom="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.goods}</Table.Th>
            <Table.Th>{t.order}</Table.Th>
            <Table.Th ta="right">{t.unsold}</Table.Th>
            <Table.Th ta="right">{t.worth}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {of.map((one) => (
            <Table.Tr key={one.variantId}>
              <Table.Td>
                <ItemCell item={one.item} />
              </Table.Td>
              <Table.Td>
                <Dates of={one} />
              </Table.Td>
              <Table.Td ta="right">{countOf(one.unsold)}</Table.Td>
              <Table.Td ta="right">{one.worth && <Money of={one.worth} isDim={one.unsold === 0} />}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Card>
  );
}

function LotsOnPhone({ of }: { readonly of: Expiring }) {
  const t = purchasingWords().expiry;
  return (
    <div>
      <ItemCell item={of.item} />
      <Group justify="space-between" align="flex-start" gap="xs" mt={4}>
        <div>
          <Dates of={of} />
        </div>
        <div style={{ textAlign: 'right' }}>
          <Text size="sm">{`${t.unsold}: ${countOf(of.unsold)}`}</Text>
          {of.worth && (
            <Text size="xs" c="dimmed" component="div">
              <Money of={of.worth} isDim={of.unsold === 0} />
            </Text>
          )}
        </div>
      </Group>
    </div>
  );
}

function Dates({ of }: { readonly of: Expiring }) {
  const t = purchasingWords().expiry;
  return of.lots.map(({ expiresOn, pieces, unsold }) => (
    <Text key={expiresOn} size="sm" c={unsold > 0 ? TEXT_TONES.bad : undefined}>
      {t.until(countOf(pieces), dayOf(expiresOn))}
    </Text>
  ));
}
