import { Radio, Stack, Text } from '@mantine/core';
import { useRead, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { Card, Shown } from '../../../../platform/cockpit/page/index.ts';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import { countryName } from '../../../../platform/cockpit/text/index.ts';
import { stockWords } from '../words.ts';
import type { Location } from './location.ts';

const RULES = ['nearest', 'fewest_parcels', 'most_stock'] as const;
type Rule = (typeof RULES)[number];

/** Which place serves an order, with what that means for the places that there are. */
export function AllocationCard({ locations }: { readonly locations: readonly Location[] }) {
  const t = stockWords().locations;
  const may = useMay();
  const read = useRead('readAllocationRule', {}, { about: ['inventory'] });
  const save = useWrite('saveAllocationRule', { about: ['inventory'], onDone: () => sayDone(t.savedRule) });
  return (
    <Card title={t.rule} about={t.ruleText}>
      <Shown of={read}>
        {({ rule }) => (
          <Stack>
            <Radio.Group
              aria-label={t.rule}
              value={save.isPending ? (save.variables?.body?.rule ?? rule) : rule}
              onChange={(chosen) => {
                const wanted = RULES.find((one) => one === chosen);
                if (wanted !== undefined) save.mutate({ body: { rule: wanted } });
              }}
            >
              <Stack gap="sm">
                {RULES.map((value) => (
                  <Radio
                    key={value}
                    size="xs"
                    value={value}
                    disabled={!may('stock:write')}
                    label={t.rules[value]}
                    description={t.rulesText[value]}
                  />
                ))}
              </Stack>
            </Radio.Group>
            <Example rule={rule} locations={locations} />
          </Stack>
        )}
      </Shown>
    </Card>
  );
}

/** The first place's country as an example: which place comes first, and which then. */
function Example({ rule, locations }: { readonly rule: Rule; readonly locations: readonly Location[] }) {
  const t = stockWords().locations;
  const open = locations
    .filter(({ isActive }) => isActive)
    .toSorted((one, other) => one.position - other.position || (one.code < other.code ? -1 : 1));
  const country = open.find((one) => one.country !== undefined)?.country;
  if (open.length < 2 || country === undefined || rule !== 'nearest') return null;
  const near = open.filter((one) => one.country === country);
  const order = [...near, ...open.filter((one) => !near.includes(one))].map(({ name }) => name);
  return (
    <Text size="sm" c="dimmed">
      {t.example(countryName(country), order.join(' → '))}
    </Text>
  );
}
