import { Select, SimpleGrid, TextInput } from '@mantine/core';
import { Card } from '../../../platform/cockpit/page/index.ts';
import { historyWords } from './words.ts';

/** What a file does not say of itself. */
export type Facts = Readonly<Record<'currency' | 'zone' | 'dates' | 'origin', string>>;
type Kind = 'orders' | 'traffic';

/** As it is asked for; of visits only what they can have. */
export function sentFacts({ currency, zone, dates, origin }: Facts, kind: Kind) {
  const order = dates === 'dmy' || dates === 'mdy' ? { dates: dates as 'dmy' | 'mdy' } : {};
  const named = origin.trim() === '' ? {} : { origin: origin.trim() };
  return kind === 'traffic' ? { ...order, ...named } : { currency, zone, ...order, ...named };
}

export function FactsCard(props: {
  readonly facts: Facts;
  readonly kind: Kind;
  readonly onChange: (facts: Facts) => void;
}) {
  const { facts, kind, onChange } = props;
  const t = historyWords();
  const change = (key: keyof Facts) => (value: string | null) => onChange({ ...facts, [key]: value ?? '' });
  const currencies = [...new Set([facts.currency, ...Intl.supportedValuesOf('currency')])];
  const zones = [...new Set([facts.zone, 'UTC', ...Intl.supportedValuesOf('timeZone')])];
  const orders = [
    { value: '', label: t.datesSeen },
    { value: 'dmy', label: t.dayFirst },
    { value: 'mdy', label: t.monthFirst },
  ];
  const choice = { searchable: true, allowDeselect: false } as const;
  return (
    <Card title={t.factsTitle} about={t.factsAbout}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {kind === 'orders' && (
          <>
            <Select
              {...choice}
              label={t.currency}
              data={currencies}
              value={facts.currency}
              onChange={change('currency')}
            />
            <Select {...choice} label={t.zone} data={zones} value={facts.zone} onChange={change('zone')} />
          </>
        )}
        <Select {...choice} label={t.dates} data={orders} value={facts.dates} onChange={change('dates')} />
        <TextInput
          {...{ label: t.origin, description: t.originAbout, maxLength: 60, value: facts.origin }}
          onChange={(event) => onChange({ ...facts, origin: event.currentTarget.value })}
        />
      </SimpleGrid>
    </Card>
  );
}
