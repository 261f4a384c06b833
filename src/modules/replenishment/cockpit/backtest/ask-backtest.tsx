import { Button, Group, NumberInput, Select } from '@mantine/core';
import { useState } from 'react';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { replenishmentWords } from '../words.ts';

type Aim = 'cycle' | 'fill' | 'cost';
export type Asked = {
  readonly service: { readonly kind: 'cycle' | 'fill'; readonly share: number } | { readonly kind: 'cost' };
  readonly holdingRate: number;
  readonly maxCoverDays: number;
  readonly days: number;
  readonly variants: number;
};

const DAYS = { half: 182, year: 364 };
const AIMS: readonly Aim[] = ['cycle', 'fill', 'cost'];
const LENGTHS = ['half', 'year'] as const;

/** Which policy with which settings, over how long, and for how many of the goods that sell most. */
export function AskBacktest({
  isPending,
  ask,
}: {
  readonly isPending: boolean;
  readonly ask: (asked: Asked) => void;
}) {
  const words = replenishmentWords();
  const { backtest: t, policy } = words;
  const [aim, setAim] = useState<Aim>('cost');
  const [percent, setPercent] = useState(95);
  const [holding, setHolding] = useState(25);
  const [cover, setCover] = useState(180);
  const [length, setLength] = useState<(typeof LENGTHS)[number]>('year');
  const [variants, setVariants] = useState(1_000);
  const suffix = ` ${policy.percent}`;
  const isWrong =
    (aim !== 'cost' && (percent < 50 || percent > 99.9)) ||
    [holding < 0, holding > 500, cover < 1, cover > 730, variants < 1, variants > 5_000].includes(true);
  const asked = (): Asked => ({
    service: aim === 'cost' ? { kind: aim } : { kind: aim, share: Math.round(percent * 10) / 1_000 },
    ...{ holdingRate: holding / 100, maxCoverDays: cover, days: DAYS[length], variants },
  });
  return (
    <Card>
      <Group align="end" gap="md">
        <Select
          label={policy.service}
          data={AIMS.map((value) => ({ value, label: policy.services[value] }))}
          value={aim}
          onChange={(value) => setAim(AIMS.find((one) => one === value) ?? 'cycle')}
          {...{ allowDeselect: false, w: 230 }}
        />
        {aim !== 'cost' && (
          <NumberInput
            label={policy.share}
            value={percent}
            onChange={(value) => setPercent(Number(value))}
            {...{ min: 50, max: 99.9, decimalScale: 1, step: 1, suffix, w: 160 }}
          />
        )}
        <NumberInput
          label={policy.holding}
          value={holding}
          onChange={(value) => setHolding(Number(value))}
          {...{ min: 0, max: 500, allowDecimal: false, step: 5, suffix, w: 270 }}
        />
        <NumberInput
          label={policy.maxCover}
          value={cover}
          onChange={(value) => setCover(Number(value))}
          {...{ min: 1, max: 730, allowDecimal: false, step: 30, w: 270 }}
        />
        <Select
          label={t.length}
          data={LENGTHS.map((value) => ({ value, label: t.lengths[value] }))}
          value={length}
          onChange={(value) => setLength(LENGTHS.find((one) => one === value) ?? 'year')}
          {...{ allowDeselect: false, w: 160 }}
        />
        <NumberInput
          label={t.variants}
          value={variants}
          onChange={(value) => setVariants(Number(value))}
          {...{ min: 1, max: 5_000, allowDecimal: false, step: 100, w: 200 }}
        />
        <Button loading={isPending} disabled={isWrong} onClick={() => ask(asked())}>
          {t.run}
        </Button>
      </Group>
    </Card>
  );
}
