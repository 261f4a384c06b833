import { Alert, Anchor, Button, Group, Progress, SimpleGrid, Stack, Table, Text } from '@mantine/core';
import { useEffect } from 'react';
import { addressOf, type Told, useRead, useRows, useWrite } from '../../../platform/cockpit/api/index.ts';
import { Card } from '../../../platform/cockpit/page/index.ts';
import { countOf } from '../../../platform/cockpit/text/index.ts';
import { RunBadge } from './run-badge.tsx';
import { importWords } from './words.ts';

type Run = Told<'readImport'>;

const LOOKED_AT_MS = 700;

/** How far an import is, what came of it, and every row that was wrong. */
export function useRun(id: string | undefined) {
  const sent = { params: { id: id ?? '' } };
  const read = useRead('readImport', sent, { about: ['catalog'], isOff: id === undefined });
  const isOpen = read.data !== undefined && (read.data.state === 'waiting' || read.data.state === 'running');
  return useLooking(read, isOpen);
}

function useLooking<Read extends { readonly refetch: () => unknown }>(read: Read, isOpen: boolean): Read {
  const { refetch } = read;
  useEffect(() => {
    if (!isOpen) return undefined;
    const timer = setInterval(() => void refetch(), LOOKED_AT_MS);
    return () => clearInterval(timer);
  }, [isOpen, refetch]);
  return read;
}

export function RunReport({ run }: { readonly run: Run }) {
  const t = importWords();
  const params = { id: run.id };
  const cancel = useWrite('cancelImport', { about: ['catalog'] });
  const isOpen = run.state === 'waiting' || run.state === 'running';
  const share = run.total ? Math.min(100, (run.done / run.total) * 100) : 0;
  const figures = [
    [t.created, run.counts.created],
    [t.updated, run.counts.updated],
    [t.unchanged, run.counts.unchanged],
    [t.skipped, run.counts.skipped],
  ] as const;
  return (
    <Stack gap="md">
      <Card
        title={run.isDryRun ? t.trial : t.import}
        actions={
          <>
            <RunBadge of={run} />
            {isOpen && (
              <Button variant="default" onClick={() => cancel.mutate({ params })}>
                {t.cancel}
              </Button>
            )}
          </>
        }
      >
        <Stack gap="md">
          {isOpen && (
            <div role="status">
              <Progress value={share} animated aria-label={t.progress} />
              <Text size="xs" c="dimmed" mt={4}>
                {run.total ? t.of(countOf(run.done), countOf(run.total)) : t.reading}
              </Text>
            </div>
          )}
          {run.failure && <Alert color="red">{run.failure}</Alert>}
          {run.isDryRun && run.state === 'done' && <Text size="sm">{t.trialNote}</Text>}
          <SimpleGrid cols={{ base: 2, sm: 4 }}>
            {figures.map(([label, count]) => (
              <div key={label}>
                <Text size="xs" c="dimmed">
                  {label}
                </Text>
                <Text fz={22} fw={600} style={{ fontVariantNumeric: 'tabular-nums' }}>
                  {countOf(count)}
                </Text>
              </div>
            ))}
          </SimpleGrid>
        </Stack>
      </Card>
      {run.errors + run.warnings > 0 && <Issues run={run} />}
    </Stack>
  );
}

function Issues({ run }: { readonly run: Run }) {
  const t = importWords();
  const params = { id: run.id };
  const issues = useRows('listImportIssues', { params, query: { limit: '50' } }, { about: ['catalog'] });
  return (
    <Card
      title={t.issues(countOf(run.errors), countOf(run.warnings))}
      actions={
        <Anchor size="sm" href={addressOf('readImportReport', { params })}>
          {t.report}
        </Anchor>
      }
      isFlush
    >
      <Table fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={70}>{t.line}</Table.Th>
            <Table.Th w={160}>{t.column}</Table.Th>
            <Table.Th>{t.problem}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {issues.rows.map((issue) => (
            <Table.Tr key={`${issue.line} ${issue.column} ${issue.code} ${issue.message}`}>
              <Table.Td>{issue.line > 0 ? issue.line : ''}</Table.Td>
              <Table.Td>{issue.column}</Table.Td>
              <Table.Td c={issue.severity === 'error' ? 'var(--bad)' : undefined}>{issue.message}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {issues.hasNextPage && (
        <Group justify="center" p="sm">
          <Button
            variant="default"
            loading={issues.isFetchingNextPage}
            onClick={() => void issues.fetchNextPage()}
          >
            {t.more}
          </Button>
        </Group>
      )}
    </Card>
  );
}
