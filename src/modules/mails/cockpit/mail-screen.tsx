import { Button, Tabs } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useRead } from '../../../platform/cockpit/api/index.ts';
import { Card, Facts, Page, Shown } from '../../../platform/cockpit/page/index.ts';
import { useGo } from '../../../platform/cockpit/state/index.ts';
import { momentOf } from '../../../platform/cockpit/text/index.ts';
import styles from './mail-screen.module.css';
import { MailStateBadge } from './mail-state.tsx';
import { mailWords } from './words.ts';

/** A mail as it was written. */
export function Screen() {
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const t = mailWords();
  const go = useGo();
  const mail = useRead('readMail', { params: { id: id } }, { about: ['mails'] });
  return (
    <Shown of={mail}>
      {({ subject, to, state, kind, locale, createdAt, sentAt, attempts, failure, orderId, html, text }) => (
        <Page
          title={subject}
          back="/mails"
          aside={<MailStateBadge state={state} />}
          actions={
            orderId && (
              <Button variant="default" onClick={() => go(`/orders/${orderId}`)}>
                {t.openOrder}
              </Button>
            )
          }
          isNarrow
        >
          <Card>
            <Facts
              of={[
                [t.to, to],
                [t.kind, kind],
                [t.language, locale],
                [t.written, momentOf(createdAt)],
                [t.sent, sentAt && momentOf(sentAt)],
                [t.attempts, attempts > 1 ? String(attempts) : undefined],
                [t.failure, failure],
              ]}
            />
          </Card>
          <Card isFlush>
            <Tabs defaultValue="html">
              <Tabs.List>
                <Tabs.Tab value="html">{t.asShown}</Tabs.Tab>
                <Tabs.Tab value="text">{t.asText}</Tabs.Tab>
              </Tabs.List>
              <Tabs.Panel value="html">
                <iframe title={subject} sandbox="" srcDoc={html} className={styles.mail} />
              </Tabs.Panel>
              <Tabs.Panel value="text">
                <pre className={styles.text}>{text}</pre>
              </Tabs.Panel>
            </Tabs>
          </Card>
        </Page>
      )}
    </Shown>
  );
}
