import { ActionIcon, MultiSelect, NativeSelect, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { Trash2 } from 'lucide-react';
import { useRead } from '../../../../platform/cockpit/api/index.ts';
import styles from '../fields/editor.module.css';
import { type Names, useReportNames } from '../fields/use-names.ts';
import { reportingWords } from '../words.ts';
import type { Block } from './draft.ts';
import { newBlock } from './draft.ts';
import { SpanFields } from './span-fields.tsx';

type Given = { readonly value: Block; readonly onChange: (value: Block) => void };

/** One part of what is sent: a standard report, or a query. */
export function BlockFields(
  props: Given & {
    readonly number: number;
    readonly error?: string | undefined;
    readonly onRemove?: (() => void) | undefined;
  },
) {
  const { value, number, error, onChange, onRemove } = props;
  const t = reportingWords();
  const names = useReportNames();
  const { question } = value;
  return (
    <fieldset className={styles.part} style={{ border: 0, margin: 0 }}>
      <div className={styles.partHead}>
        <span>{t.part(number)}</span>
        {onRemove && (
          <ActionIcon variant="subtle" color="gray" aria-label={t.removePart(number)} onClick={onRemove}>
            <Trash2 size={15} />
          </ActionIcon>
        )}
      </div>
      <SegmentedControl
        aria-label={t.kind(number)}
        data={(['report', 'query'] as const).map((kind) => ({ value: kind, label: t.kinds[kind] }))}
        value={question.kind}
        onChange={(kind) =>
          onChange(
            kind === 'report'
              ? newBlock('sales_over_time', 'day')
              : { title: '', measures: [], question: { kind: 'query', text: t.exampleQuery } },
          )
        }
        size="xs"
      />
      {question.kind === 'report' ? (
        <ReportFields {...{ value, onChange, names, error }} />
      ) : (
        <QueryFields {...{ value, onChange, error }} />
      )}
      <TextInput
        label={t.partTitle}
        placeholder={t.partTitleHint}
        value={value.title}
        maxLength={120}
        onChange={({ currentTarget }) => onChange({ ...value, title: currentTarget.value })}
      />
    </fieldset>
  );
}

function ReportFields({
  value,
  onChange,
  names,
  error,
}: Given & { readonly names: Names; readonly error: string | undefined }) {
  const t = reportingWords();
  const { question } = value;
  if (question.kind !== 'report') return null;
  const report = names.reports.find(({ id }) => id === question.report);
  return (
    <>
      <NativeSelect
        label={t.report}
        error={error}
        data={names.reports.map(({ id, name }) => ({ value: id, label: name }))}
        value={question.report}
        onChange={({ currentTarget: { value: id } }) => {
          const { grain: _, ...rest } = question;
          const isOverTime = names.reports.find((one) => one.id === id)?.isOverTime;
          const chosen = { ...rest, report: id, ...(isOverTime ? { grain: 'day' as const } : {}) };
          onChange({ ...value, measures: [], question: chosen });
        }}
      />
      <SpanFields
        {...{ question, isOverTime: report?.isOverTime ?? false }}
        onChange={(asked) => onChange({ ...value, question: asked })}
      />
      <MultiSelect
        label={t.numbers}
        placeholder={value.measures.length === 0 ? t.numbersHint : ''}
        data={(report?.measures ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={[...value.measures]}
        maxValues={4}
        onChange={(measures) => onChange({ ...value, measures })}
      />
    </>
  );
}

function QueryFields({ value, onChange, error }: Given & { readonly error: string | undefined }) {
  const t = reportingWords();
  const { question } = value;
  const kept = useRead('listExplorations', {}, { about: ['explorations'] }).data?.items ?? [];
  if (question.kind !== 'query') return null;
  const write = (text: string) => onChange({ ...value, question: { kind: 'query', text } });
  return (
    <>
      {kept.length > 0 && (
        <NativeSelect
          label={t.fromKept}
          data={[{ value: '', label: t.choose }, ...kept.map(({ id, name }) => ({ value: id, label: name }))]}
          value=""
          onChange={({ currentTarget: { value: id } }) => {
            const found = kept.find((one) => one.id === id);
            if (found)
              onChange({ ...value, title: found.name, question: { kind: 'query', text: found.query } });
          }}
        />
      )}
      <Textarea
        className={styles.query}
        label={t.query}
        description={t.queryAbout}
        error={error}
        value={question.text}
        autosize
        minRows={3}
        maxLength={4000}
        onChange={({ currentTarget }) => write(currentTarget.value)}
      />
    </>
  );
}
