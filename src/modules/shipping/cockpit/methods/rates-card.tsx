import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useRead } from '../../../../platform/cockpit/api/index.ts';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { useSession } from '../../../../platform/cockpit/state/index.ts';
import { ABOUT, shippingWords, type Table, type Zone } from '../words.ts';
import type { Changing } from './method-draft.ts';
import { newRate, type RateDraft } from './method-draft.ts';
import { RateEditor } from './rate-editor.tsx';

/** What it costs, by zone and currency. Where it has no price it is not offered. */
export function RatesCard(
  props: Changing & { readonly zones: readonly Zone[]; readonly tables: readonly Table[] },
) {
  const { draft, set, problems, zones, tables } = props;
  const t = shippingWords();
  const change = (place: number, rate: RateDraft) => set({ rates: draft.rates.with(place, rate) });
  return (
    <Card title={t.rates} about={t.ratesText}>
      <Stack gap="sm">
        {draft.rates.map((rate, place) => (
          <RateEditor
            key={`${rate.zoneId} ${rate.currency}`}
            {...{ rate, place, problems, tables }}
            zoneName={zones.find(({ id }) => id === rate.zoneId)?.name ?? ''}
            onChange={(next) => change(place, next)}
            onRemove={() => set({ rates: draft.rates.toSpliced(place, 1) })}
          />
        ))}
        {zones.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t.noZonesText}
          </Text>
        ) : (
          <AddRate
            {...{ zones, rates: draft.rates }}
            onAdd={(rate) => set({ rates: [...draft.rates, rate] })}
          />
        )}
      </Stack>
    </Card>
  );
}

function AddRate(props: {
  readonly zones: readonly Zone[];
  readonly rates: readonly RateDraft[];
  readonly onAdd: (rate: RateDraft) => void;
}) {
  const { zones, rates, onAdd } = props;
  const t = shippingWords();
  const { currency: first } = useSession().shop;
  const coverage = useRead('readDeliveryCoverage', {}, ABOUT);
  const currencies = [...new Set([first, ...(coverage.data?.markets ?? []).map(({ currency }) => currency)])];
  const [currency, setCurrency] = useState(first);
  const [zoneId, setZoneId] = useState<string>();
  const free = zones.filter(
    ({ id }) => !rates.some((rate) => rate.zoneId === id && rate.currency === currency),
  );
  const chosen = free.find(({ id }) => id === zoneId) ?? free[0];
  return (
    <Group align="flex-end" gap="xs">
      <Select
        {...{ size: 'xs', label: t.zone, value: chosen?.id ?? null, allowDeselect: false, flex: 1, miw: 150 }}
        data={free.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id) => setZoneId(id ?? undefined)}
      />
      <Select
        {...{
          size: 'xs',
          label: t.currency,
          value: currency,
          data: currencies,
          allowDeselect: false,
          w: 100,
        }}
        onChange={(code) => setCurrency(code ?? first)}
      />
      <Button
        variant="default"
        disabled={chosen === undefined}
        onClick={() => chosen && onAdd(newRate(chosen.id, currency))}
      >
        {t.addRate}
      </Button>
    </Group>
  );
}
