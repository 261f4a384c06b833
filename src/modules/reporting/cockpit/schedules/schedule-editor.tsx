import { Button, Switch, TextInput } from '@mantine/core';
import { Plus } from 'lucide-react';
import { problemsByField } from '../../../../platform/cockpit/form/index.ts';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import styles from '../fields/editor.module.css';
import { LanguageField } from '../fields/language-field.tsx';
import { RecipientsField } from '../fields/recipients-field.tsx';
import { reportingWords } from '../words.ts';
import { BlockFields } from './block-fields.tsx';
import { CadenceField } from './cadence-field.tsx';
import { newBlock, type ScheduleBody } from './draft.ts';
import { MailPreview } from './mail-preview.tsx';

const MOST_BLOCKS = 8;

/** What is sent, when, to whom, with the mail beside it. */
export function ScheduleEditor(props: {
  readonly value: ScheduleBody;
  readonly error: Error | null;
  readonly onChange: (value: ScheduleBody) => void;
}) {
  const { value, error, onChange } = props;
  const t = reportingWords();
  const wrong = problemsByField(error);
  const { blocks } = value;
  return (
    <div className={styles.sides}>
      <div className={styles.stack}>
        <Card title={t.whenAndWho}>
          <div className={styles.fields}>
            <TextInput
              label={t.name}
              value={value.name}
              error={wrong['name']}
              maxLength={80}
              onChange={({ currentTarget }) => onChange({ ...value, name: currentTarget.value })}
            />
            <CadenceField value={value.cadence} onChange={(cadence) => onChange({ ...value, cadence })} />
            <RecipientsField
              value={value.recipients}
              error={Object.entries(wrong).find(([field]) => field.startsWith('recipients'))?.[1]}
              onChange={(recipients) => onChange({ ...value, recipients })}
            />
            <LanguageField value={value.language} onChange={(language) => onChange({ ...value, language })} />
            <Switch
              label={t.paused}
              description={t.pausedAbout}
              checked={value.isPaused}
              onChange={({ currentTarget }) => onChange({ ...value, isPaused: currentTarget.checked })}
            />
          </div>
        </Card>
        <Card title={t.parts} about={t.partsAbout} isFlush>
          {blocks.map((block, index) => (
            <BlockFields
              // Parts have no id of their own, and none is moved past another.
              key={index}
              number={index + 1}
              value={block}
              error={Object.entries(wrong).find(([field]) => field.startsWith(`blocks.${index}`))?.[1]}
              onChange={(changed) => onChange({ ...value, blocks: blocks.with(index, changed) })}
              onRemove={
                blocks.length > 1
                  ? () => onChange({ ...value, blocks: blocks.toSpliced(index, 1) })
                  : undefined
              }
            />
          ))}
          {blocks.length < MOST_BLOCKS && (
            <div className={styles.part}>
              <Button
                variant="default"
                leftSection={<Plus size={14} aria-hidden />}
                onClick={() => onChange({ ...value, blocks: [...blocks, newBlock('sales_by_product')] })}
              >
                {t.addPart}
              </Button>
            </div>
          )}
        </Card>
      </div>
      <div className={styles.beside}>
        <MailPreview of={value} />
      </div>
    </div>
  );
}
