import { Alert, Button } from '@mantine/core';
import { useState } from 'react';
import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { problemsByField } from '../../../../platform/cockpit/form/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { Page } from '../../../../platform/cockpit/page/index.ts';
import { useGo, useSession } from '../../../../platform/cockpit/state/index.ts';
import { ABOUT, reportingWords } from '../words.ts';
import { AlertEditor } from './alert-editor.tsx';
import { newAlert } from './draft.ts';

/** A number that is to be watched. */
export function Screen() {
  const t = reportingWords();
  const go = useGo();
  const { member } = useSession();
  const [value, setValue] = useState(() => newAlert(t.alerts.newName, member.language, member.id));
  const create = useWrite('createReportAlert', {
    about: ABOUT,
    isTold: true,
    onDone: ({ id }) => {
      sayDone(t.saved);
      go(`/analytics/alerts/${id}`);
    },
  });
  const { '': problem } = problemsByField(create.error);
  return (
    <Page
      title={t.alerts.create}
      back="/analytics/alerts"
      actions={
        <Button loading={create.isPending} onClick={() => create.mutate({ body: value })}>
          {t.alerts.start}
        </Button>
      }
    >
      {problem && (
        <Alert color="red" role="alert">
          {problem}
        </Alert>
      )}
      <AlertEditor value={value} error={create.error} onChange={setValue} />
    </Page>
  );
}
