import { Button, Group, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { replenishmentWords } from '../words.ts';

type Asked = { readonly share: number; readonly variants: number };

/** Which policy, and for how many of the goods that sell most. */
export function AskBacktest({
  isPending,
  ask,
}: {
  readonly isPending: boolean;
  readonly ask: (asked: Asked) => void;
}) {
  const words = replenishmentWords();
  const t = words.backtest;
  const [percent, setPercent] = useState(95);
  const [variants, setVariants] = useState(1_000);
  return (
    <Card>
      <Group align="end" gap="md">
        <NumberInput
          label={t.service}
          value={percent}
          onChange={(value) => setPercent(Number(value))}
          {...{ min: 50, max: 99.9, decimalScale: 1, step: 1, suffix: ` ${words.policy.percent}`, w: 260 }}
        />
        <NumberInput
          label={t.variants}
          value={variants}
          onChange={(value) => setVariants(Number(value))}
          {...{ min: 1, max: 5_000, allowDecimal: false, step: 100, w: 200 }}
        />
        <Button
          loading={isPending}
          disabled={percent < 50 || percent > 99.9 || variants < 1}
          onClick={() => ask({ share: Math.round(percent * 10) / 1_000, variants })}
        >
          {t.run}
        </Button>
      </Group>
    </Card>
  );
}
