import { NativeSelect, SegmentedControl } from '@mantine/core';
import styles from '../fields/editor.module.css';
import { reportingWords } from '../words.ts';
import { hourText, weekdayName } from './cadence-text.ts';
import type { Cadence } from './draft.ts';

const HOURS = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: hourText(hour) }));
const MONTH_DAYS = Array.from({ length: 31 }, (_, day) => String(day + 1));

/** Every day, week or month, and when. */
export function CadenceField(props: {
  readonly value: Cadence;
  readonly onChange: (value: Cadence) => void;
}) {
  const { value, onChange } = props;
  const t = reportingWords();
  const { hour } = value;
  const choose = (every: string) => {
    if (every === 'day') onChange({ every, hour });
    if (every === 'week') onChange({ every, weekday: 1, hour });
    if (every === 'month') onChange({ every, monthDay: 1, hour });
  };
  return (
    <>
      <SegmentedControl
        aria-label={t.howOften}
        data={(['day', 'week', 'month'] as const).map((every) => ({
          value: every,
          label: t.cadences[every],
        }))}
        value={value.every}
        onChange={choose}
        fullWidth
      />
      <div className={styles.pair}>
        {value.every === 'week' && (
          <NativeSelect
            label={t.weekday}
            data={[1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: weekdayName(day) }))}
            value={String(value.weekday)}
            onChange={({ currentTarget }) => onChange({ ...value, weekday: Number(currentTarget.value) })}
          />
        )}
        {value.every === 'month' && (
          <NativeSelect
            label={t.monthDay}
            data={MONTH_DAYS}
            value={String(value.monthDay)}
            onChange={({ currentTarget }) => onChange({ ...value, monthDay: Number(currentTarget.value) })}
          />
        )}
        <NativeSelect
          label={t.hour}
          data={HOURS}
          value={String(hour)}
          onChange={({ currentTarget }) => onChange({ ...value, hour: Number(currentTarget.value) })}
        />
      </div>
      {value.every === 'month' && value.monthDay > 28 && <span className={styles.dim}>{t.lastDay}</span>}
    </>
  );
}
