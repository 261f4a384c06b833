import { Button, Group, SegmentedControl, SimpleGrid, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { type Told, useRead } from '../../../platform/cockpit/api/index.ts';
import { Card, EmptyState, Shown } from '../../../platform/cockpit/page/index.ts';
import { useGo } from '../../../platform/cockpit/state/index.ts';
import { countOf, percentOf } from '../../../platform/cockpit/text/index.ts';
import { Count, When } from '../../../platform/cockpit/value/index.ts';
import { searchWords } from './words.ts';

type Asked = Told<'readSearchReport'>['top'][number];
const DAYS = ['7', '30', '90', '400'];

/** What was searched for, how often, and what found nothing. */
export function ReportTab() {
  const t = searchWords();
  const [days, setDays] = useState('30');
  const report = useRead(
    'readSearchReport',
    { query: { days, limit: '50' } },
    { about: ['search'], isKept: true },
  );
  return (
    <Stack>
      <Group gap="xs">
        <Text size="sm">{t.days}</Text>
        <SegmentedControl size="xs" aria-label={t.days} data={DAYS} value={days} onChange={setDays} />
      </Group>
      <Shown of={report}>
        {({ searches, withoutHits, top, notFound }) =>
          searches === 0 ? (
            <EmptyState title={t.none} text={t.noneText} />
          ) : (
            <Stack>
              <SimpleGrid cols={2}>
                <Figure label={t.searches} value={countOf(searches)} />
                <Figure
                  label={t.without}
                  value={`${countOf(withoutHits)} (${percentOf(withoutHits / searches)})`}
                />
              </SimpleGrid>
              {notFound.length > 0 && <Queries title={t.notFound} of={notFound} isTaught />}
              <Queries title={t.top} of={top} />
            </Stack>
          )
        }
      </Shown>
    </Stack>
  );
}

function Figure({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <Card>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text fz={22} fw={600}>
        {value}
      </Text>
    </Card>
  );
}

function Queries(props: {
  readonly title: string;
  readonly of: readonly Asked[];
  readonly isTaught?: boolean;
}) {
  const { title, of, isTaught = false } = props;
  const t = searchWords();
  const go = useGo();
  return (
    <Card title={title} isFlush>
      <Table fz="sm" verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t.query}</Table.Th>
            <Table.Th w={90}>{t.locale}</Table.Th>
            <Table.Th w={80} ta="right">
              {t.times}
            </Table.Th>
            <Table.Th w={120} ta="right">
              {isTaught ? t.last : t.hits}
            </Table.Th>
            {isTaught && <Table.Th w={150} aria-label={t.teach} />}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {of.map(({ query, locale, count, hits, lastAskedAt }) => (
            <Table.Tr key={`${locale} ${query}`}>
              <Table.Td fw={540}>{query}</Table.Td>
              <Table.Td>{locale}</Table.Td>
              <Table.Td ta="right">
                <Count of={count} />
              </Table.Td>
              <Table.Td ta="right">
                {isTaught ? <When at={lastAskedAt} /> : countOf(Math.round(hits))}
              </Table.Td>
              {isTaught && (
                <Table.Td>
                  <Button
                    size="compact-xs"
                    variant="default"
                    onClick={() => go(`/search-tools?tab=synonyms&word=${encodeURIComponent(query)}`)}
                  >
                    {t.teach}
                  </Button>
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Card>
  );
}
