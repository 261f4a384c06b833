import { Alert, Anchor, Button, Progress, Stack, Table, Text } from '@mantine/core';
import { useEffect } from 'react';
import { addressOf, type Told, useRead, useWrite } from '../../../platform/cockpit/api/index.ts';
import { Card } from '../../../platform/cockpit/page/index.ts';
import { countOf } from '../../../platform/cockpit/text/index.ts';
import { StateBadge, type Tone } from '../../../platform/cockpit/value/index.ts';
import { ReportCard } from './report-card.tsx';
import { historyWords } from './words.ts';

type Run = Told<'readHistoryRun'>;

const LOOKED_AT_MS = 700;
const TONES: Readonly<Record<Run['state'], Tone>> = {
  ...{ waiting: 'waiting', running: 'active', done: 'good', cancelled: 'neutral', failed: 'bad' },
};

/** How far a trial or an import is, looked at until it ends. */
export function useRun(id: string | undefined) {
  const sent = { params: { id: id ?? '' } };
  const read = useRead('readHistoryRun', sent, { about: ['work'], isOff: id === undefined });
  const isOpen = read.data?.state === 'waiting' || read.data?.state === 'running';
  const { refetch } = read;
  useEffect(() => {
    if (!isOpen) return undefined;
    const timer = setInterval(() => void refetch(), LOOKED_AT_MS);
    return () => clearInterval(timer);
  }, [isOpen, refetch]);
  return read;
}

export function RunCard({ run }: { readonly run: Run }) {
  const t = historyWords();
  const cancel = useWrite('cancelWork', { about: ['work'] });
  const isOpen = run.state === 'waiting' || run.state === 'running';
  const share = run.total ? Math.min(100, (run.done / run.total) * 100) : 100;
  const stop = () => cancel.mutate({ params: { id: run.workId } });
  return (
    <Stack gap="md">
      <Card
        title={run.isDryRun ? t.trial : t.import}
        actions={
          <>
            <StateBadge tone={TONES[run.state]}>{t.states[run.state]}</StateBadge>
            {isOpen && (
              <Button variant="default" onClick={stop}>
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
                {run.total ? t.readOf(countOf(run.done), countOf(run.total)) : t.read(countOf(run.done))}
              </Text>
            </div>
          )}
          {run.failure && <Alert color="red">{run.failure}</Alert>}
          {run.isDryRun && run.state === 'done' && <Text size="sm">{t.trialNote}</Text>}
          {run.report && <ReportCard of={run.report} />}
        </Stack>
      </Card>
      {run.report && run.report.issues.length > 0 && <Issues run={run} report={run.report} />}
    </Stack>
  );
}

function Issues(props: { readonly run: Run; readonly report: NonNullable<Run['report']> }) {
  const { run, report } = props;
  const t = historyWords();
  const file = addressOf('workFile', { params: { id: run.workId } });
  return (
    <Card
      title={t.issues(countOf(report.errors), countOf(report.warnings))}
      about={report.refused > 0 ? t.refused(countOf(report.refused)) : undefined}
      actions={
        <Anchor size="sm" href={file}>
          {t.allIssues}
        </Anchor>
      }
      isFlush
    >
      <Table fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={70}>{t.line}</Table.Th>
            <Table.Th w={140}>{t.column}</Table.Th>
            <Table.Th>{t.problem}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {report.issues.map(({ line, column, code, message, severity }) => (
            <Table.Tr key={`${line} ${column} ${code} ${message}`}>
              <Table.Td>{line > 0 ? line : ''}</Table.Td>
              <Table.Td>{column}</Table.Td>
              <Table.Td c={severity === 'error' ? 'var(--bad)' : undefined}>{message}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Card>
  );
}
