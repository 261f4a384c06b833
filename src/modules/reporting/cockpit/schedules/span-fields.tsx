import { NativeSelect } from '@mantine/core';
import styles from '../fields/editor.module.css';
import { reportingWords } from '../words.ts';
import type { Block } from './draft.ts';

type ReportQuestion = Extract<Block['question'], { kind: 'report' }>;

const SPANS = [
  ...(['yesterday', 'last_7_days', 'last_week', 'last_28_days', 'last_month', 'last_90_days'] as const),
  ...(['last_quarter', 'last_365_days', 'last_year', 'this_week', 'this_month'] as const),
  ...(['this_quarter', 'this_year', 'today'] as const),
] as const;
const COMPARISONS = ['previous', 'last_year', 'none'] as const;
const GRAINS = ['hour', 'day', 'week', 'month'] as const;

/** Of which days, against which, and in which steps. */
export function SpanFields(props: {
  readonly question: ReportQuestion;
  readonly isOverTime: boolean;
  readonly onChange: (question: ReportQuestion) => void;
}) {
  const { question, isOverTime, onChange } = props;
  const t = reportingWords();
  const { compare: _, ...bare } = question;
  return (
    <div className={styles.pair}>
      <NativeSelect
        label={t.span}
        data={SPANS.map((span) => ({ value: span, label: t.spans[span] }))}
        value={question.span}
        onChange={({ currentTarget: { value } }) => {
          const span = SPANS.find((one) => one === value);
          if (span !== undefined) onChange({ ...question, span });
        }}
      />
      <NativeSelect
        label={t.comparison}
        data={COMPARISONS.map((one) => ({ value: one, label: t.comparisons[one] }))}
        value={question.compare ?? 'none'}
        onChange={({ currentTarget: { value } }) => {
          const compare = COMPARISONS.find((one) => one === value);
          onChange(compare === undefined || compare === 'none' ? bare : { ...bare, compare });
        }}
      />
      {isOverTime && (
        <NativeSelect
          label={t.grain}
          data={GRAINS.map((grain) => ({ value: grain, label: t.grains[grain] }))}
          value={question.grain ?? 'day'}
          onChange={({ currentTarget: { value } }) => {
            const grain = GRAINS.find((one) => one === value);
            if (grain !== undefined) onChange({ ...question, grain });
          }}
        />
      )}
    </div>
  );
}
