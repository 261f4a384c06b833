import { NumberInput, Select, SimpleGrid, Stack } from '@mantine/core';
import { useRead } from '../../../../platform/cockpit/api/index.ts';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { shippingWords } from '../words.ts';
import type { Changing } from './method-draft.ts';

const LIKE_GOODS = 'like goods';
const SIDES = [0, 1, 2] as const;

/** What it carries at most, and how it is taxed. */
export function LimitsCard({ draft, set, problems }: Changing) {
  const t = shippingWords();
  const classes = useRead('listTaxClasses', { query: { limit: '100' } }, { about: ['taxes'] });
  const { sides } = draft;
  const side = (place: (typeof SIDES)[number], value: string) => {
    const [length, width, height] = sides.with(place, value);
    set({ sides: [length ?? '', width ?? '', height ?? ''] });
  };
  return (
    <Card title={t.limits}>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 2, sm: 4 }}>
          <NumberInput
            {...{ label: t.maxWeight, min: 1, max: 1_000_000_000, allowDecimal: false, suffix: ' g' }}
            error={problems['maxWeightGrams']}
            value={draft.maxWeightGrams}
            onChange={(grams) => set({ maxWeightGrams: String(grams) })}
          />
          {SIDES.map((place) => (
            <NumberInput
              key={place}
              {...{ label: t.sides[place], min: 1, max: 100_000, allowDecimal: false, suffix: ' mm' }}
              value={sides[place]}
              onChange={(value) => side(place, String(value))}
            />
          ))}
        </SimpleGrid>
        <Select
          {...{ label: t.tax, description: t.taxText, allowDeselect: false }}
          error={problems['taxClass']}
          value={draft.isTaxedLikeGoods ? LIKE_GOODS : draft.taxClass}
          data={[
            { value: LIKE_GOODS, label: t.likeGoods },
            { value: '', label: t.standard },
            ...(classes.data?.items ?? []).map(({ code, name }) => ({ value: code, label: name })),
          ]}
          onChange={(chosen) =>
            set({
              isTaxedLikeGoods: chosen === LIKE_GOODS,
              taxClass: chosen === LIKE_GOODS ? '' : (chosen ?? ''),
            })
          }
        />
      </Stack>
    </Card>
  );
}
