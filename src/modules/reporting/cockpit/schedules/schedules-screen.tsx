import { Button } from '@mantine/core';
import { Send } from 'lucide-react';
import { type Told, useRead } from '../../../../platform/cockpit/api/index.ts';
import { EmptyState, Page } from '../../../../platform/cockpit/page/index.ts';
import { useGo, useMay } from '../../../../platform/cockpit/state/index.ts';
import { type Column, DataTable } from '../../../../platform/cockpit/table/index.ts';
import { momentOf } from '../../../../platform/cockpit/text/index.ts';
import { When } from '../../../../platform/cockpit/value/index.ts';
import { allRows } from '../fields/all-rows.ts';
import { ABOUT, reportingWords } from '../words.ts';
import { cadenceText } from './cadence-text.ts';
import { RunState } from './runs-card.tsx';

type Schedule = Told<'listReportSchedules'>['items'][number];

/** Reports that come by themselves. */
export function Screen() {
  const t = reportingWords();
  const go = useGo();
  const schedules = useRead('listReportSchedules', {}, { about: ABOUT });
  const add = useMay()('reports:write') ? (
    <Button onClick={() => go('/analytics/schedules/new')}>{t.newSchedule}</Button>
  ) : undefined;
  return (
    <Page title={t.schedules} about={t.schedulesAbout} actions={add} isWhole>
      <DataTable
        label={t.schedules}
        columns={columnsOf()}
        source={allRows(schedules)}
        idOf={({ id }) => id}
        pathOf={({ id }) => `/analytics/schedules/${id}`}
        empty={<EmptyState icon={Send} title={t.noSchedules} text={t.noSchedulesText} action={add} />}
        phone={({ name, cadence, lastRun }) => ({
          title: name,
          detail: cadenceText(cadence),
          aside: lastRun && <RunState of={lastRun} />,
        })}
      />
    </Page>
  );
}

function columnsOf(): readonly Column<Schedule>[] {
  const t = reportingWords();
  return [
    { key: 'name', label: t.name, cell: ({ name }) => name, isTitle: true },
    { key: 'cadence', label: t.howOften, width: '24%', cell: ({ cadence }) => cadenceText(cadence) },
    {
      ...{ key: 'next', label: t.next, width: '18%' },
      cell: ({ nextRunAt }) => (nextRunAt === undefined ? t.pausedShort : momentOf(nextRunAt)),
    },
    {
      ...{ key: 'to', label: t.readers, width: '100px', align: 'end' },
      cell: ({ recipients }) => String(recipients.length),
    },
    {
      ...{ key: 'last', label: t.lastRun, width: '190px' },
      cell: ({ lastRun }) =>
        lastRun && (
          <>
            <RunState of={lastRun} /> <When at={lastRun.endedAt ?? lastRun.dueAt} />
          </>
        ),
    },
  ];
}
