import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { Query } from '../../language/query.ts';
import { analyticsWords, wordOf } from '../words.ts';
import { typedValue, valueTyped } from './bound-text.ts';
import styles from './explore.module.css';

type Bound = Query['having'][number];
type Kinds = readonly { readonly id: string; readonly kind: string }[];

const SIGNS = ['at_least', 'above', 'at_most', 'below'] as const;
const MOST = 5;

/** Which rows are shown: those whose numbers keep these bounds. The total is of all. */
export function Bounds({
  having,
  measures,
  onChange,
}: {
  readonly having: readonly Bound[];
  readonly measures: Kinds;
  readonly onChange: (having: readonly Bound[]) => void;
}) {
  const t = analyticsWords();
  const first = measures[0];
  if (first === undefined) return null;
  return (
    <fieldset className={styles.filters}>
      <legend>{t.explore.bounds}</legend>
      {having.map((bound, place) => (
        <BoundFields
          key={`${place} ${bound.measure} ${having.length}`}
          bound={bound}
          measures={measures}
          onChange={(next) => onChange(having.map((one, at) => (at === place ? next : one)))}
          onRemove={() => onChange(having.filter((_, at) => at !== place))}
        />
      ))}
      {having.length < MOST && (
        <Button
          className={styles.add}
          variant="subtle"
          size="compact-sm"
          leftSection={<Plus size={13} />}
          onClick={() => onChange([...having, { measure: first.id, is: 'at_least', value: '0' }])}
        >
          {t.explore.addBound}
        </Button>
      )}
    </fieldset>
  );
}

function BoundFields({
  bound,
  measures,
  onChange,
  onRemove,
}: {
  readonly bound: Bound;
  readonly measures: Kinds;
  readonly onChange: (bound: Bound) => void;
  readonly onRemove: () => void;
}) {
  const t = analyticsWords();
  const kind = measures.find(({ id }) => id === bound.measure)?.kind ?? 'count';
  const [typed, setTyped] = useState(typedValue(bound.value, kind));
  const value = valueTyped(typed, kind);
  const keep = () => {
    if (value !== undefined && value !== bound.value) onChange({ ...bound, value });
  };
  return (
    <div className={styles.filter}>
      <NativeSelect
        aria-label={t.explore.boundOn}
        value={bound.measure}
        data={measures.map(({ id }) => ({ value: id, label: wordOf(t.measures, id) }))}
        onChange={({ currentTarget }) => onChange({ ...bound, measure: currentTarget.value })}
      />
      <NativeSelect
        aria-label={t.explore.boundHow}
        value={bound.is}
        data={SIGNS.map((sign) => ({ value: sign, label: t.explore.signs[sign] }))}
        onChange={({ currentTarget }) =>
          onChange({ ...bound, is: SIGNS.find((sign) => sign === currentTarget.value) ?? bound.is })
        }
      />
      <ActionIcon variant="subtle" color="gray" aria-label={t.explore.removeBound} onClick={onRemove}>
        <X size={15} />
      </ActionIcon>
      <TextInput
        className={styles.values}
        aria-label={t.explore.boundValue}
        inputMode="decimal"
        value={typed}
        error={value === undefined}
        rightSection={kind === 'share' ? '%' : undefined}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        onBlur={keep}
        onKeyDown={({ key }) => key === 'Enter' && keep()}
      />
    </div>
  );
}
