import { Button } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { Send } from 'lucide-react';
import { useState } from 'react';
import { useRead, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { problemsByField, SaveBar } from '../../../../platform/cockpit/form/index.ts';
import { ConfirmButton, sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { Page, Shown } from '../../../../platform/cockpit/page/index.ts';
import { useGo, useMay, useSession } from '../../../../platform/cockpit/state/index.ts';
import { momentOf } from '../../../../platform/cockpit/text/index.ts';
import { ABOUT, reportingWords } from '../words.ts';
import { bodyOf, type ScheduleBody, type ScheduleRead } from './draft.ts';
import { RunsCard } from './runs-card.tsx';
import { ScheduleEditor } from './schedule-editor.tsx';

/** One report that is mailed: what it shows, to whom it goes, how it went. */
export function Screen() {
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const read = useRead('readReportSchedule', { params: { id } }, { about: ABOUT });
  return <Shown of={read}>{(schedule) => <Editing key={schedule.version} of={schedule} />}</Shown>;
}

function Editing({ of: schedule }: { readonly of: ScheduleRead }) {
  const t = reportingWords();
  const known = bodyOf(schedule);
  const [value, setValue] = useState<ScheduleBody>(known);
  const save = useWrite('changeReportSchedule', {
    about: ABOUT,
    isTold: true,
    onDone: () => sayDone(t.saved),
  });
  const isChanged = JSON.stringify(value) !== JSON.stringify(known);
  const { '': problem } = problemsByField(save.error);
  const { nextRunAt } = schedule;
  return (
    <Page
      title={schedule.name}
      back="/analytics/schedules"
      about={nextRunAt === undefined ? t.isPaused : t.nextRun(momentOf(nextRunAt))}
      actions={<Actions of={schedule} />}
    >
      <ScheduleEditor value={value} error={save.error} onChange={setValue} />
      <RunsCard of={schedule} />
      <SaveBar
        isChanged={isChanged}
        isBusy={save.isPending}
        problem={problem}
        onSave={() =>
          save.mutate({ params: { id: schedule.id }, body: { ...value, version: schedule.version } })
        }
        onDiscard={() => setValue(known)}
      />
    </Page>
  );
}

function Actions({ of: { id } }: { readonly of: ScheduleRead }) {
  const t = reportingWords();
  const go = useGo();
  const { member } = useSession();
  const params = { id };
  const send = useWrite('sendReportNow', { about: ABOUT, onDone: () => sayDone(t.onItsWay(member.email)) });
  const remove = useWrite('removeReportSchedule', {
    about: ABOUT,
    onDone: () => {
      sayDone(t.removed);
      go('/analytics/schedules');
    },
  });
  if (!useMay()('reports:write')) return null;
  return (
    <>
      <ConfirmButton
        title={t.removeTitle}
        text={t.removeText}
        verb={t.remove}
        onConfirm={() => remove.mutateAsync({ params })}
      >
        {t.remove}
      </ConfirmButton>
      <Button
        variant="default"
        loading={send.isPending}
        leftSection={<Send size={14} aria-hidden />}
        onClick={() => send.mutate({ params })}
      >
        {t.sendNow}
      </Button>
    </>
  );
}
