import { MultiSelect, NativeSelect } from '@mantine/core';
import { useRead } from '../../../../platform/cockpit/api/index.ts';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import type { Query } from '../../language/query.ts';
import { CHARTS, GRAINS, SOURCES } from '../../language/words.ts';
import { COMPARISONS } from '../span/use-asked.ts';
import { analyticsWords, wordOf } from '../words.ts';
import { Bounds } from './bounds.tsx';
import styles from './explore.module.css';
import { Filters } from './filters.tsx';
import { SpanFields } from './span-fields.tsx';
import type { Explore } from './use-explore.ts';

const NOTHING: Query = { measures: [], by: [], where: [], having: [], span: 'last_28_days' };
const MOST = { measures: 12, by: 3 };
const LIMITS = ['5', '10', '25', '50', '100', '500', '1000'];

/** The question put together by choosing. What does not go together is not offered. */
export function Builder({ explore: { query = NOTHING, show } }: { readonly explore: Explore }) {
  const t = analyticsWords();
  const words = useRead('listExplorationWords', {}, { about: [] });
  const measures = words.data?.measures ?? [];
  const chosen = measures.filter(({ id }) => query.measures.includes(id));
  const dimensions = (words.data?.dimensions ?? []).filter(({ id }) =>
    chosen.every((measure) => measure.dimensions.includes(id)),
  );
  const isEmpty = query.measures.length === 0;
  const change = (parts: Partial<Query>) => show(kept({ ...query, ...parts }));
  const choose = (ids: readonly string[]) => {
    // The last number stays: without any there is no question.
    if (ids.length > 0) change(fitting(query, ids, measures));
  };
  return (
    <Card title={t.explore.builder}>
      <div className={styles.fields}>
        <MultiSelect
          label={t.explore.measures}
          placeholder={isEmpty ? t.explore.chooseMeasure : ''}
          data={SOURCES.map((source) => ({
            group: t.explore.sources[source],
            items: measures
              .filter((one) => one.source === source)
              .map(({ id }) => ({ value: id, label: wordOf(t.measures, id) })),
          }))}
          value={[...query.measures]}
          onChange={choose}
          maxValues={MOST.measures}
          searchable
          nothingFoundMessage={t.explore.nothingFound}
        />
        <MultiSelect
          label={t.explore.by}
          placeholder={query.by.length === 0 ? t.explore.chooseBy : ''}
          data={dimensions.map(({ id }) => ({ value: id, label: wordOf(t.dimensions, id) }))}
          value={[...query.by]}
          onChange={(by) =>
            change({ by, having: by.length === 0 ? [] : query.having, ...orderOf({ ...query, by }) })
          }
          maxValues={MOST.by}
          disabled={isEmpty}
          searchable
          nothingFoundMessage={t.explore.nothingFound}
        />
        <Filters
          where={query.where}
          dimensions={dimensions.map(({ id }) => id)}
          isOff={isEmpty}
          onChange={(where) => change({ where })}
        />
        {query.by.length > 0 && (
          <Bounds having={query.having} measures={chosen} onChange={(having) => change({ having })} />
        )}
        <SpanFields span={query.span} isOff={isEmpty} onChange={(span) => change({ span })} />
        <Choice
          label={t.explore.step}
          value={query.grain}
          choices={GRAINS.map((value) => ({ value, label: t.grains[value] }))}
          none={t.explore.noStep}
          isOff={isEmpty}
          onChange={(grain) => change({ grain })}
        />
        <Choice
          label={t.comparison}
          value={query.compare}
          choices={COMPARISONS.flatMap((value) =>
            value === 'none' ? [] : [{ value, label: t.comparisons[value] }],
          )}
          none={t.comparisons.none}
          isOff={isEmpty}
          onChange={(compare) => change({ compare })}
        />
        <Choice
          label={t.explore.chart}
          value={query.chart}
          choices={CHARTS.map((value) => ({ value, label: t.explore.charts[value] }))}
          none={t.explore.fitting}
          isOff={isEmpty}
          onChange={(chart) => change({ chart })}
        />
        <Choice
          label={t.explore.limit}
          value={query.limit?.toString()}
          choices={LIMITS.map((value) => ({ value, label: value }))}
          none={t.explore.fitting}
          isOff={isEmpty}
          onChange={(limit) => change({ limit: limit === undefined ? undefined : Number(limit) })}
        />
      </div>
    </Card>
  );
}

/** One of few, or none. */
function Choice<Value extends string>(props: {
  readonly label: string;
  readonly value: Value | undefined;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly none: string;
  readonly isOff: boolean;
  readonly onChange: (value: Value | undefined) => void;
}) {
  const { label, value, choices, none, isOff, onChange } = props;
  return (
    <NativeSelect
      label={label}
      value={value ?? ''}
      data={[{ value: '', label: none }, ...choices]}
      disabled={isOff}
      onChange={({ currentTarget }) =>
        onChange(choices.find((one) => one.value === currentTarget.value)?.value)
      }
    />
  );
}

type Known = readonly { readonly id: string; readonly dimensions: readonly string[] }[];

/** With other numbers, without the dimensions and filters that do not go with them. */
function fitting(query: Query, ids: readonly string[], measures: Known): Partial<Query> {
  const chosen = measures.filter(({ id }) => ids.includes(id));
  const goes = (id: string) => chosen.every(({ dimensions }) => dimensions.includes(id));
  const by = query.by.filter(goes);
  const next = { ...query, measures: ids, by };
  return {
    ...{ measures: ids, by, where: query.where.filter(({ dimension }) => goes(dimension)) },
    having: by.length === 0 ? [] : query.having.filter(({ measure }) => ids.includes(measure)),
    ...orderOf(next),
    market: goes('market') ? query.market : undefined,
  };
}

/** Rows cannot be sorted by what is not shown any more. */
function orderOf({ sort, measures, by }: Query): Pick<Query, 'sort'> | { readonly sort: undefined } {
  return { sort: sort !== undefined && [...measures, ...by].includes(sort.by) ? sort : undefined };
}

/** Without what is not said. */
function kept(query: { readonly [Name in keyof Query]: Query[Name] | undefined }): Query {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as Query;
}
