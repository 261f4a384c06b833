import { NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { useRead } from '../../../../platform/cockpit/api/index.ts';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import { analyticsWords } from '../words.ts';
import { SPANS } from './days.ts';
import styles from './span-bar.module.css';
import { type Asked, COMPARISONS, useAsked } from './use-asked.ts';

/** Of which days, against which, where and in what money: all of it in the address. */
export function SpanBar({
  currencies,
  currency,
  hasComparison = true,
}: {
  readonly currencies: readonly string[];
  readonly currency: string | undefined;
  readonly hasComparison?: boolean;
}) {
  const t = analyticsWords();
  const [asked, change] = useAsked();
  const { span, comparison } = asked;
  return (
    <div className={styles.bar}>
      <NativeSelect
        aria-label={t.span}
        value={span}
        data={SPANS.map((value) => ({ value, label: t.spans[value] }))}
        onChange={({ currentTarget: { value } }) =>
          change({
            ...{ span: value, grain: undefined },
            ...(value === 'custom' ? asked.days : { from: undefined, to: undefined }),
          })
        }
      />
      {span === 'custom' && <Days asked={asked} change={change} />}
      {hasComparison && (
        <NativeSelect
          aria-label={t.comparison}
          value={comparison}
          data={COMPARISONS.map((value) => ({ value, label: t.comparisons[value] }))}
          onChange={({ currentTarget }) => change({ compare: currentTarget.value })}
        />
      )}
      <MarketSelect market={asked.market} change={(market) => change({ market })} />
      {currencies.length > 1 && (
        <SegmentedControl
          aria-label={t.currency}
          data={[...currencies]}
          value={currency ?? ''}
          onChange={(value) => change({ currency: value })}
        />
      )}
    </div>
  );
}

function Days({ asked, change }: { readonly asked: Asked; readonly change: ReturnType<typeof useAsked>[1] }) {
  const t = analyticsWords();
  return (['from', 'to'] as const).map((name) => (
    <TextInput
      key={name}
      type="date"
      aria-label={t[name]}
      value={asked.days[name]}
      error={asked.problem !== undefined && name === 'to'}
      onChange={({ currentTarget: { value } }) => value !== '' && change({ [name]: value })}
    />
  ));
}

/** Where there is more than one. */
export function MarketSelect({
  market,
  change,
}: {
  readonly market: string;
  readonly change: (market: string) => void;
}) {
  const t = analyticsWords();
  const isAllowed = useMay()('settings:read');
  const { data } = useRead(
    'listMarkets',
    { query: { limit: '100' } },
    { about: ['markets'], isOff: !isAllowed },
  );
  if (data === undefined || data.items.length < 2) return null;
  const choices = data.items.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <NativeSelect
      aria-label={t.market}
      value={market}
      data={[{ value: '', label: t.everyMarket }, ...choices]}
      onChange={({ currentTarget }) => change(currentTarget.value)}
    />
  );
}
