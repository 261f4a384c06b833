import { Alert, Button } from '@mantine/core';
import { useState } from 'react';
import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { problemsByField } from '../../../../platform/cockpit/form/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { Page } from '../../../../platform/cockpit/page/index.ts';
import { useGo, useSession } from '../../../../platform/cockpit/state/index.ts';
import { ABOUT, reportingWords } from '../words.ts';
import { newSchedule } from './draft.ts';
import { ScheduleEditor } from './schedule-editor.tsx';

/** A report that is to be mailed: ready to be sent as it begins. */
export function Screen() {
  const t = reportingWords();
  const go = useGo();
  const { member } = useSession();
  const [value, setValue] = useState(() => newSchedule(t.newName, member.language, member.id));
  const create = useWrite('createReportSchedule', {
    about: ABOUT,
    isTold: true,
    onDone: ({ id }) => {
      sayDone(t.saved);
      go(`/analytics/schedules/${id}`);
    },
  });
  const { '': problem } = problemsByField(create.error);
  return (
    <Page
      title={t.newSchedule}
      back="/analytics/schedules"
      actions={
        <Button loading={create.isPending} onClick={() => create.mutate({ body: value })}>
          {t.start}
        </Button>
      }
    >
      {problem && (
        <Alert color="red" role="alert">
          {problem}
        </Alert>
      )}
      <ScheduleEditor value={value} error={create.error} onChange={setValue} />
    </Page>
  );
}
