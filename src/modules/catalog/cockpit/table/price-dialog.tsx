import { Alert, Button, Group, NumberInput, Select, Stack, Text } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { type Asking, useRead, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { showWork, useSession } from '../../../../platform/cockpit/state/index.ts';
import { countOf, moneyOf } from '../../../../platform/cockpit/text/index.ts';
import { productWords } from '../words.ts';
import { Examples } from './examples.tsx';

type Body = Asking<'changePrices'>['body'];
const ENDINGS = ['none', '99', '95', '00'] as const;
const SHOWN = 8;

/** Prices of the chosen products up or down in percent, before and after shown first; undone in one click. */
export function PriceDialog(props: {
  readonly productIds: readonly string[];
  readonly onClose: (isDone: boolean) => void;
}) {
  const { productIds, onClose } = props;
  const t = productWords();
  const { shop } = useSession();
  const [percent, setPercent] = useState<number>();
  const [rounding, setRounding] = useState<NonNullable<Body['rounding']>>('none');
  const cells = useRead(
    'listProductCells',
    { query: { ids: productIds.slice(0, 100), limit: '100' } },
    { about: ['catalog'] },
  );
  const variantId = (cells.data?.items ?? []).map((row) => row.variantId);
  const preview = useWrite('previewPriceChange', { about: [], isTold: true });
  const change = useWrite('changePrices', {
    about: ['work'],
    onDone: () => {
      showWork();
      onClose(true);
    },
  });
  const ruleOf = (rate: number, ending: typeof rounding) => ({
    ...{ selection: { variantId }, currency: shop.currency, rounding: ending, compareAt: 'keep' as const },
    change: { kind: 'percent' as const, rateMillionths: Math.round(rate * 10_000) },
  });
  const ask = useDebouncedCallback((rate: number, ending: typeof rounding) => {
    preview.mutate({ body: { ...ruleOf(rate, ending), from: 0, limit: SHOWN } });
  }, 250);
  const choose = (rate: number | undefined, ending: typeof rounding) => {
    setPercent(rate);
    setRounding(ending);
    if (rate !== undefined && rate !== 0) ask(rate, ending);
  };
  const told = preview.data;
  const problem = preview.error ?? change.error;
  return (
    <Stack>
      <Group grow align="flex-start">
        <NumberInput
          {...{ label: t.bulk.percent, description: t.bulk.percentHint, suffix: ' %', min: -100, max: 1_000 }}
          decimalScale={2}
          onChange={(value) => choose(typeof value === 'number' ? value : undefined, rounding)}
          data-autofocus
        />
        <Select
          {...{ label: t.bulk.ending, description: shop.currency, allowDeselect: false, value: rounding }}
          data={ENDINGS.map((value) => ({ value, label: value === 'none' ? t.bulk.exact : `… .${value}` }))}
          onChange={(value) => choose(percent, (value ?? 'none') as typeof rounding)}
        />
      </Group>
      {problem && <Alert color="red">{problem.message}</Alert>}
      {told && (
        <>
          <Text size="sm" fw={540} role="status">
            {told.changed === 0
              ? t.bulk.nothing
              : t.bulk.willChange(
                  countOf(told.changed),
                  countOf(told.changed + told.unchanged + told.withoutPrice),
                )}
          </Text>
          <Examples
            of={told.items.map(({ item, before, after }) => ({
              ...{ productId: item.variantId, title: [item.title, item.options].filter(Boolean).join(' · ') },
              ...{ before: moneyOf(before), after: after ? moneyOf(after) : moneyOf(before) },
            }))}
          />
        </>
      )}
      <Group justify="flex-end">
        <Button
          disabled={!told || told.changed === 0 || percent === undefined}
          loading={change.isPending}
          onClick={() =>
            told &&
            percent !== undefined &&
            change.mutate({
              body: {
                ...{ ...ruleOf(percent, rounding), leavesOut: [], expectedChanges: told.changed },
                title: t.bulk.pricesOf(countOf(told.changed)),
              },
            })
          }
        >
          {t.bulk.apply}
        </Button>
      </Group>
    </Stack>
  );
}
