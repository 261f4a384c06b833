import { ActionIcon, Button, NativeSelect, TagsInput } from '@mantine/core';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useRead } from '../../../../platform/cockpit/api/index.ts';
import type { Query } from '../../language/query.ts';
import { analyticsWords, wordOf } from '../words.ts';
import styles from './explore.module.css';

type Filter = Query['where'][number];
const WAYS = ['one_of', 'none_of', 'contains'] as const;

/** Conditions, each on a dimension with values that are offered as they are there. */
export function Filters({
  where,
  dimensions,
  isOff,
  onChange,
}: {
  readonly where: readonly Filter[];
  readonly dimensions: readonly string[];
  readonly isOff: boolean;
  readonly onChange: (where: readonly Filter[]) => void;
}) {
  const t = analyticsWords();
  // One that has no value yet is no condition: it is not in the text.
  const [begun, setBegun] = useState<Filter>();
  const first = dimensions[0];
  const replace = (place: number, filter: Filter) =>
    onChange(
      filter.values.length === 0
        ? where.filter((_, at) => at !== place)
        : where.map((one, at) => (at === place ? filter : one)),
    );
  return (
    <fieldset className={styles.filters} disabled={isOff}>
      <legend>{t.explore.filters}</legend>
      {where.map((filter, place) => (
        <FilterFields
          key={`${place} ${filter.dimension}`}
          filter={filter}
          dimensions={dimensions}
          onChange={(next) => replace(place, next)}
          onRemove={() => replace(place, { ...filter, values: [] })}
        />
      ))}
      {begun && (
        <FilterFields
          filter={begun}
          dimensions={dimensions}
          onChange={(next) => {
            if (next.values.length === 0) return setBegun(next);
            setBegun(undefined);
            onChange([...where, next]);
          }}
          onRemove={() => setBegun(undefined)}
        />
      )}
      {begun === undefined && first !== undefined && (
        <Button
          className={styles.add}
          variant="subtle"
          size="compact-sm"
          leftSection={<Plus size={13} />}
          disabled={isOff}
          onClick={() => setBegun({ dimension: first, is: 'one_of', values: [] })}
        >
          {t.explore.addFilter}
        </Button>
      )}
    </fieldset>
  );
}

function FilterFields({
  filter,
  dimensions,
  onChange,
  onRemove,
}: {
  readonly filter: Filter;
  readonly dimensions: readonly string[];
  readonly onChange: (filter: Filter) => void;
  readonly onRemove: () => void;
}) {
  const t = analyticsWords();
  const [typed, setTyped] = useState('');
  const { dimension, is, values } = filter;
  const offered = useRead(
    'listExplorationValues',
    { query: { dimension, ...(typed === '' ? {} : { contains: typed }) } },
    { about: [], isKept: true, isAside: true },
  );
  return (
    <div className={styles.filter}>
      <NativeSelect
        aria-label={t.explore.filterBy}
        value={dimension}
        data={dimensions.map((value) => ({ value, label: wordOf(t.dimensions, value) }))}
        onChange={({ currentTarget }) => onChange({ ...filter, dimension: currentTarget.value, values: [] })}
      />
      <NativeSelect
        aria-label={t.explore.filterHow}
        value={is}
        data={WAYS.map((value) => ({ value, label: t.explore.ways[value] }))}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...filter, is: WAYS.find((way) => way === value) ?? is })
        }
      />
      <ActionIcon variant="subtle" color="gray" aria-label={t.explore.removeFilter} onClick={onRemove}>
        <X size={15} />
      </ActionIcon>
      <TagsInput
        className={styles.values}
        aria-label={t.explore.values}
        placeholder={values.length === 0 ? t.explore.values : ''}
        data={(offered.data?.items ?? []).filter((value) => value !== '')}
        value={[...values]}
        searchValue={typed}
        onSearchChange={setTyped}
        onChange={(next) => onChange({ ...filter, values: next })}
        maxTags={200}
      />
    </div>
  );
}
