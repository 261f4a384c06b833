import { Select, UnstyledButton } from '@mantine/core';
import { type Told, useRead } from '../../../platform/cockpit/api/index.ts';
import { Page, Shown } from '../../../platform/cockpit/page/index.ts';
import { textIn, useAddress } from '../../../platform/cockpit/state/index.ts';
import { writtenIn } from '../../../platform/cockpit/text/index.ts';
import styles from './mail-screen.module.css';
import { TemplatePreview } from './template-preview.tsx';
import { mailWords } from './words.ts';

type Templates = Told<'listMailTemplates'>;

/** Every mail that the shop writes by itself, in each language that it is written in. */
export function Screen() {
  const t = mailWords().templates;
  const templates = useRead('listMailTemplates', {}, { about: ['mails'] });
  return (
    <Page title={t.title} about={t.about}>
      <Shown of={templates}>{(read) => <Chosen of={read} />}</Shown>
    </Page>
  );
}

function Chosen({ of: { kinds, languages } }: { readonly of: Templates }) {
  const t = mailWords().templates;
  const [query, change] = useAddress();
  const kind = kinds.find((one) => one === textIn(query, 'kind')) ?? kinds[0];
  const wanted = textIn(query, 'language') || writtenIn().language;
  const language = languages.find((one) => one === wanted) ?? languages[0];
  if (kind === undefined || language === undefined) return null;
  return (
    <div className={styles.templates}>
      <nav className={styles.kinds} aria-label={t.title}>
        {kinds.map((one) => (
          <UnstyledButton
            key={one}
            aria-current={one === kind ? 'true' : undefined}
            onClick={() => change({ kind: one })}
          >
            {t.kinds[one]}
          </UnstyledButton>
        ))}
      </nav>
      <Select
        {...{ className: styles.pick ?? '', label: t.choose, value: kind, allowDeselect: false }}
        data={kinds.map((value) => ({ value, label: t.kinds[value] }))}
        onChange={(chosen) => change({ kind: chosen ?? undefined })}
      />
      <TemplatePreview
        {...{ kind, language, languages }}
        onLanguage={(chosen) => change({ language: chosen })}
      />
    </div>
  );
}
