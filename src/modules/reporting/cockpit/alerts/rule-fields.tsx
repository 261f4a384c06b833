import { NativeSelect, NumberInput, SegmentedControl } from '@mantine/core';
import styles from '../fields/editor.module.css';
import { reportingWords } from '../words.ts';
import type { AlertBody, Rule } from './draft.ts';

type Grain = AlertBody['grain'];
const KINDS = ['anomaly', 'change', 'threshold'] as const;
const DIRECTIONS = ['either', 'down', 'up'] as const;
const RATES = ['month', 'quarter', 'year'] as const;
const GRAINS = ['hour', 'day', 'week'] as const;
const BEGINNINGS: Readonly<Record<(typeof KINDS)[number], Rule>> = {
  anomaly: { kind: 'anomaly', direction: 'either', falseAlarms: 'month' },
  change: { kind: 'change', direction: 'down', percent: 30 },
  threshold: { kind: 'threshold', below: 1 },
};

/** When the number is not as it should be. */
export function RuleFields(props: {
  readonly rule: Rule;
  readonly grain: Grain;
  readonly error?: string | undefined;
  readonly onChange: (change: { readonly rule: Rule; readonly grain: Grain }) => void;
}) {
  const { rule, grain, error, onChange } = props;
  const t = reportingWords().alerts;
  const setRule = (changed: Rule) => onChange({ rule: changed, grain });
  return (
    <>
      <SegmentedControl
        aria-label={t.rule}
        fullWidth
        data={KINDS.map((kind) => ({ value: kind, label: t.rules[kind] }))}
        value={rule.kind}
        onChange={(value) => {
          const kind = KINDS.find((one) => one === value) ?? 'anomaly';
          onChange({ rule: BEGINNINGS[kind], grain: kind === 'anomaly' ? 'day' : grain });
        }}
      />
      <span className={styles.dim}>{t.rulesAbout[rule.kind]}</span>
      {rule.kind !== 'anomaly' && (
        <SegmentedControl
          aria-label={t.grain}
          data={GRAINS.map((one) => ({ value: one, label: t.grains[one] }))}
          value={grain}
          onChange={(value) => onChange({ rule, grain: GRAINS.find((one) => one === value) ?? 'day' })}
        />
      )}
      {rule.kind === 'threshold' ? (
        <Limits {...{ rule, error }} onChange={setRule} />
      ) : (
        <div className={styles.pair}>
          <NativeSelect
            label={t.direction}
            data={DIRECTIONS.map((one) => ({ value: one, label: t.directions[one] }))}
            value={rule.direction}
            error={error}
            onChange={({ currentTarget: { value } }) =>
              setRule({ ...rule, direction: DIRECTIONS.find((one) => one === value) ?? 'either' })
            }
          />
          {rule.kind === 'change' ? (
            <NumberInput
              label={t.percent}
              value={rule.percent}
              min={0.1}
              max={10_000}
              suffix=" %"
              onChange={(value) => typeof value === 'number' && setRule({ ...rule, percent: value })}
            />
          ) : (
            <NativeSelect
              label={t.falseAlarms}
              data={RATES.map((one) => ({ value: one, label: t.rates[one] }))}
              value={rule.falseAlarms}
              onChange={({ currentTarget: { value } }) =>
                setRule({ ...rule, falseAlarms: RATES.find((one) => one === value) ?? 'month' })
              }
            />
          )}
        </div>
      )}
    </>
  );
}

type Threshold = Extract<Rule, { kind: 'threshold' }>;

function Limits(props: {
  readonly rule: Threshold;
  readonly error: string | undefined;
  readonly onChange: (rule: Rule) => void;
}) {
  const { rule, error, onChange } = props;
  const t = reportingWords().alerts;
  const change = (name: 'above' | 'below', value: string | number) => {
    const { [name]: _, ...rest } = rule;
    onChange(typeof value === 'number' ? { ...rest, [name]: value } : rest);
  };
  return (
    <div className={styles.pair}>
      <NumberInput
        label={t.below}
        value={rule.below ?? ''}
        error={error}
        onChange={(value) => change('below', value)}
      />
      <NumberInput label={t.above} value={rule.above ?? ''} onChange={(value) => change('above', value)} />
    </div>
  );
}
