import { NativeSelect, Switch, Textarea, TextInput } from '@mantine/core';
import { problemsByField } from '../../../../platform/cockpit/form/index.ts';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import styles from '../fields/editor.module.css';
import { LanguageField } from '../fields/language-field.tsx';
import { RecipientsField } from '../fields/recipients-field.tsx';
import { useReportNames } from '../fields/use-names.ts';
import { hourText } from '../schedules/cadence-text.ts';
import { reportingWords } from '../words.ts';
import type { AlertBody } from './draft.ts';
import { PreviewCard } from './preview-card.tsx';
import { RuleFields } from './rule-fields.tsx';

const HOURS = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: hourText(hour) }));
const GRACES = [0, 15, 30, 60, 180, 360, 720];

/** What is watched, when it is out, and who is told; what it would have done beside it. */
export function AlertEditor(props: {
  readonly value: AlertBody;
  readonly error: Error | null;
  readonly onChange: (value: AlertBody) => void;
}) {
  const { value, error, onChange } = props;
  const t = reportingWords();
  const wrong = problemsByField(error);
  return (
    <div className={styles.sides}>
      <div className={styles.stack}>
        <Card title={t.alerts.what}>
          <div className={styles.fields}>
            <TextInput
              label={t.name}
              value={value.name}
              error={wrong['name']}
              maxLength={80}
              onChange={({ currentTarget }) => onChange({ ...value, name: currentTarget.value })}
            />
            <Watched value={value} error={wrong['query']} onChange={onChange} />
            <RuleFields
              rule={value.rule}
              grain={value.grain}
              error={wrong['rule']}
              onChange={(change) => onChange({ ...value, ...change })}
            />
          </div>
        </Card>
        <Card title={t.alerts.who}>
          <div className={styles.fields}>
            <RecipientsField
              value={value.recipients}
              error={Object.entries(wrong).find(([field]) => field.startsWith('recipients'))?.[1]}
              onChange={(recipients) => onChange({ ...value, recipients })}
            />
            <Switch
              label={t.alerts.webhooks}
              description={t.alerts.webhooksAbout}
              checked={value.hasWebhooks}
              onChange={({ currentTarget }) => onChange({ ...value, hasWebhooks: currentTarget.checked })}
            />
            <div className={styles.pair}>
              <NativeSelect
                label={t.alerts.quietFrom}
                data={HOURS}
                value={String(value.quietFrom)}
                onChange={({ currentTarget }) =>
                  onChange({ ...value, quietFrom: Number(currentTarget.value) })
                }
              />
              <NativeSelect
                label={t.alerts.quietTo}
                data={HOURS}
                value={String(value.quietTo)}
                onChange={({ currentTarget }) => onChange({ ...value, quietTo: Number(currentTarget.value) })}
              />
            </div>
            <div className={styles.pair}>
              <NativeSelect
                label={t.alerts.grace}
                data={GRACES.map((minutes) => ({ value: String(minutes), label: t.alerts.minutes(minutes) }))}
                value={String(value.graceMinutes)}
                onChange={({ currentTarget }) =>
                  onChange({ ...value, graceMinutes: Number(currentTarget.value) })
                }
              />
              <LanguageField
                value={value.language}
                onChange={(language) => onChange({ ...value, language })}
              />
            </div>
          </div>
        </Card>
      </div>
      <div className={styles.beside}>
        <PreviewCard of={value} />
      </div>
    </div>
  );
}

/** A number by its name; whoever wants less of it writes the query. */
function Watched(props: {
  readonly value: AlertBody;
  readonly error: string | undefined;
  readonly onChange: (value: AlertBody) => void;
}) {
  const { value, error, onChange } = props;
  const t = reportingWords();
  const { numbers } = useReportNames();
  const known = numbers.find(({ query }) => query === value.query);
  return (
    <>
      <NativeSelect
        label={t.alerts.number}
        data={[
          ...numbers.map(({ query, name }) => ({ value: query, label: name })),
          ...(known === undefined ? [{ value: value.query, label: t.alerts.ownQuery }] : []),
        ]}
        value={value.query}
        onChange={({ currentTarget }) => onChange({ ...value, query: currentTarget.value })}
      />
      <Textarea
        className={styles.query}
        label={t.query}
        description={t.alerts.queryAbout}
        value={value.query}
        error={error}
        autosize
        minRows={2}
        maxLength={4000}
        onChange={({ currentTarget }) => onChange({ ...value, query: currentTarget.value })}
      />
    </>
  );
}
