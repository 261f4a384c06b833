import { Button, SegmentedControl, Tabs, Text } from '@mantine/core';
import { type Told, useRead, useWrite } from '../../../platform/cockpit/api/index.ts';
import { sayDone } from '../../../platform/cockpit/overlay/index.ts';
import { Card, Shown } from '../../../platform/cockpit/page/index.ts';
import { useSession } from '../../../platform/cockpit/state/index.ts';
import { languageName } from '../../../platform/cockpit/text/index.ts';
import styles from './mail-screen.module.css';
import { mailWords } from './words.ts';

type Kind = Told<'listMailTemplates'>['kinds'][number];

/** A mail as it is written, and sending its example to oneself. */
export function TemplatePreview(props: {
  readonly kind: Kind;
  readonly language: string;
  readonly languages: readonly string[];
  readonly onLanguage: (language: string) => void;
}) {
  const { kind, language, languages, onLanguage } = props;
  const t = mailWords();
  const { email } = useSession().member;
  const params = { kind, language };
  const preview = useRead('previewMailTemplate', { params }, { about: ['mails', 'markets'], isKept: true });
  const send = useWrite('sendMailExample', {
    about: ['mails'],
    onDone: ({ to }) => sayDone(t.templates.sent(to ?? email)),
  });
  const actions = (
    <>
      <SegmentedControl
        {...{ size: 'xs', value: language, onChange: onLanguage, 'aria-label': t.language }}
        data={languages.map((value) => ({ value, label: languageName(value) }))}
      />
      <Button loading={send.isPending} onClick={() => send.mutate({ params })}>
        {t.templates.send}
      </Button>
    </>
  );
  return (
    <Card title={t.templates.kinds[kind]} actions={actions} isFlush>
      <Shown of={preview}>
        {({ subject, html, text }) => (
          <>
            <Text size="sm" px="md" pb="xs">
              <Text span c="dimmed">{`${t.subject}: `}</Text>
              {subject}
            </Text>
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
          </>
        )}
      </Shown>
    </Card>
  );
}
