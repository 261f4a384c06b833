import { Alert, SegmentedControl } from '@mantine/core';
import { useEffect, useState } from 'react';
import { type Told, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { Card, LoadingState } from '../../../../platform/cockpit/page/index.ts';
import styles from '../fields/editor.module.css';
import { useSettled } from '../fields/use-settled.ts';
import { reportingWords } from '../words.ts';
import type { ScheduleBody } from './draft.ts';

/** The mail as it would go out now, made anew when what it shows has changed. */
export function MailPreview({ of }: { readonly of: ScheduleBody }) {
  const t = reportingWords();
  const [width, setWidth] = useState('desk');
  // What was seen last stays until the next is there.
  const [mail, show] = useState<Told<'previewReportMail'>>();
  const preview = useWrite('previewReportMail', { about: [], isTold: true, onDone: show });
  const { name, language, blocks } = useSettled({ name: of.name, language: of.language, blocks: of.blocks });
  const { mutate } = preview;
  useEffect(() => {
    if (blocks.length > 0) mutate({ body: { name: name || '…', language, blocks } });
  }, [mutate, name, language, blocks]);
  return (
    <Card
      title={t.preview}
      about={t.previewAbout}
      isFlush
      actions={
        <SegmentedControl
          aria-label={t.previewWidth}
          size="xs"
          data={[
            { value: 'desk', label: t.desk },
            { value: 'phone', label: t.phone },
          ]}
          value={width}
          onChange={setWidth}
        />
      }
    >
      {preview.error && (
        <Alert color="yellow" role="alert" m="md">
          {preview.error.message}
        </Alert>
      )}
      {mail === undefined ? (
        preview.error === null && <LoadingState lines={10} />
      ) : (
        <>
          <div className={styles.subject}>{mail.subject}</div>
          <iframe
            title={t.preview}
            sandbox=""
            srcDoc={mail.html}
            className={styles.mailFrame}
            data-phone={width === 'phone' || undefined}
          />
        </>
      )}
    </Card>
  );
}
