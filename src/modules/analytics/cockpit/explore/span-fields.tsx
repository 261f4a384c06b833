import { NativeSelect, TextInput } from '@mantine/core';
import { useSession } from '../../../../platform/cockpit/state/index.ts';
import { daysOfSpan } from '../../language/days-of-span.ts';
import type { QuerySpan } from '../../language/query.ts';
import { SPAN_NAMES } from '../../language/words.ts';
import { hourIn } from '../span/days.ts';
import { analyticsWords } from '../words.ts';
import styles from './explore.module.css';

/** Days that have a name, or from one to another. */
export function SpanFields({
  span,
  isOff,
  onChange,
}: {
  readonly span: QuerySpan;
  readonly isOff: boolean;
  readonly onChange: (span: QuerySpan) => void;
}) {
  const t = analyticsWords();
  const { shop } = useSession();
  const days = daysOfSpan(span, hourIn(shop.timeZone, new Date()).slice(0, 10));
  const names = SPAN_NAMES.map((value) => ({ value, label: t.explore.spans[value] }));
  return (
    <>
      <NativeSelect
        label={t.span}
        value={typeof span === 'string' ? span : 'custom'}
        data={[...names, { value: 'custom', label: t.spans.custom }]}
        disabled={isOff}
        onChange={({ currentTarget: { value } }) =>
          onChange(SPAN_NAMES.find((name) => name === value) ?? days)
        }
      />
      {typeof span !== 'string' && (
        <div className={styles.days}>
          {(['from', 'to'] as const).map((name) => (
            <TextInput
              key={name}
              type="date"
              label={t[name]}
              value={days[name]}
              onChange={({ currentTarget: { value } }) => {
                const next = { ...days, [name]: value };
                if (value !== '' && next.from <= next.to) onChange(next);
              }}
            />
          ))}
        </div>
      )}
    </>
  );
}
