import { Button, Group, NumberInput, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useRead, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { Card, Page, Shown } from '../../../../platform/cockpit/page/index.ts';
import { useGo, useMay } from '../../../../platform/cockpit/state/index.ts';
import { usePlaces } from '../places.ts';
import { stockWords } from '../words.ts';

/** When goods count as few: anywhere, at one place; a variant's own figure stands at the variant. */
export function Screen() {
  const t = stockWords();
  const go = useGo();
  const { places } = usePlaces();
  const rules = useRead('readLowStockRules', { query: {} }, { about: ['inventory'] });
  return (
    <Page
      title={t.rules}
      about={t.rulesText}
      isNarrow
      actions={
        <Button variant="default" onClick={() => go('/stock?state=low')}>
          {t.showLow}
        </Button>
      }
    >
      <Shown of={rules}>
        {({ shop, locations }) => (
          <Stack>
            <Card title={t.anywhere} about={t.anywhereText}>
              <Rule value={shop} label={t.anywhere} />
            </Card>
            <Card title={t.atPlaces} about={t.atPlacesText}>
              <Stack gap="sm">
                {places.map(({ value: locationId, label }) => (
                  <Group key={locationId} justify="space-between">
                    <Text size="sm">{label}</Text>
                    <Rule
                      {...{ label, locationId, placeholder: shop }}
                      value={locations.find((rule) => rule.locationId === locationId)?.lowStockAt}
                    />
                  </Group>
                ))}
              </Stack>
            </Card>
            <Text size="sm" c="dimmed">
              {t.ownFigureText}
            </Text>
          </Stack>
        )}
      </Shown>
    </Page>
  );
}

function Rule(props: {
  readonly label: string;
  readonly value: number | undefined;
  readonly locationId?: string;
  readonly placeholder?: number;
}) {
  const { label, value, locationId, placeholder } = props;
  const [typed, setTyped] = useState<string | number>(value ?? '');
  const save = useWrite('saveLowStockRule', { about: ['inventory'] });
  const may = useMay();
  const t = stockWords();
  const wanted = typed === '' ? undefined : Number(typed);
  return (
    <Group gap="xs">
      <NumberInput
        w={120}
        aria-label={label}
        value={typed}
        onChange={setTyped}
        allowDecimal={false}
        min={0}
        max={1_000_000}
        placeholder={placeholder === undefined ? '' : String(placeholder)}
        disabled={!may('stock:write')}
      />
      <Button
        variant="default"
        disabled={wanted === value || !may('stock:write')}
        loading={save.isPending}
        onClick={() =>
          save.mutate({
            body: {
              ...(locationId === undefined ? {} : { locationId }),
              ...(wanted === undefined ? {} : { lowStockAt: wanted }),
            },
          })
        }
      >
        {t.save}
      </Button>
    </Group>
  );
}
