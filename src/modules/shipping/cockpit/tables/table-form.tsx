import { Accordion, Group, SegmentedControl, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useRead } from '../../../../platform/cockpit/api/index.ts';
import { CountriesField, problemsByField, SaveBar } from '../../../../platform/cockpit/form/index.ts';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { useGo, useMay } from '../../../../platform/cockpit/state/index.ts';
import { ABOUT, shippingWords } from '../words.ts';
import { placeText } from '../zones/zones-card.tsx';
import { readCarrierGrid } from './carrier-grid.ts';
import { GridPreview } from './grid-preview.tsx';
import { placeOf, type TableDraft } from './table-draft.ts';

/** A carrier's price list: pasted from a spreadsheet, looked through before it is saved, and where its zones are. */
export function TableForm(props: {
  readonly initial: TableDraft;
  readonly isNew?: boolean;
  readonly isBusy: boolean;
  readonly error: Error | null;
  readonly onSave: (draft: TableDraft) => void;
}) {
  const { initial, isNew = false, isBusy, error, onSave } = props;
  const t = shippingWords();
  const go = useGo();
  const isReadOnly = !useMay()('settings:write');
  const [draft, setDraft] = useState(initial);
  const coverage = useRead('readDeliveryCoverage', {}, ABOUT);
  const sold = (coverage.data?.markets ?? []).map(({ currency }) => currency);
  const currencies = [...new Set([initial.currency, ...sold])];
  const set = (change: Partial<TableDraft>) => setDraft((before) => ({ ...before, ...change }));
  const problems = problemsByField(error);
  const grid = readCarrierGrid(draft.text, draft);
  const isChanged = isNew
    ? draft.text !== '' || draft.name !== ''
    : JSON.stringify(draft) !== JSON.stringify(initial);
  const [told] = Object.values(problems);
  return (
    <>
      <fieldset disabled={isReadOnly} style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
        <Stack>
          <Card title={t.table}>
            <Group grow align="flex-start">
              <TextInput
                {...{ label: t.name, maxLength: 100, value: draft.name, error: problems['name'] }}
                onChange={(event) => set({ name: event.currentTarget.value })}
              />
              <TextInput
                {...{ label: t.carrier, maxLength: 100, value: draft.carrier, error: problems['carrier'] }}
                onChange={(event) => set({ carrier: event.currentTarget.value })}
              />
              <Select
                {...{ label: t.currency, value: draft.currency, data: currencies, allowDeselect: false }}
                error={problems['currency']}
                onChange={(currency) => set({ currency: currency ?? draft.currency })}
              />
            </Group>
          </Card>
          <Card title={t.prices} about={t.pasteText}>
            <Stack gap="sm">
              <Group gap="xs">
                <Text size="sm">{t.unit}</Text>
                <SegmentedControl
                  {...{ size: 'xs', value: draft.unit, data: ['kg', 'g'] }}
                  aria-label={t.unit}
                  onChange={(unit) => set({ unit: unit === 'g' ? 'g' : 'kg' })}
                />
              </Group>
              <Textarea
                {...{ label: t.paste, rows: 8, value: draft.text, spellCheck: false }}
                placeholder={'kg\tZone 1\tZone 2\n1\t4,90\t9,90\n5\t6,90\t14,90'}
                styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', tabSize: 12 } }}
                onChange={(event) => set({ text: event.currentTarget.value })}
              />
              {draft.text.trim() !== '' && <GridPreview grid={grid} />}
            </Stack>
          </Card>
          {grid.zones.length > 0 && <Places {...{ draft, set, codes: grid.zones.map(({ code }) => code) }} />}
        </Stack>
      </fieldset>
      <SaveBar
        isChanged={isChanged && !isReadOnly}
        isBusy={isBusy}
        problem={grid.problems.length > 0 && draft.text !== '' ? t.wrongCells(grid.problems.length) : told}
        onSave={() => {
          if (grid.problems.length === 0) onSave(draft);
        }}
        onDiscard={() => (isNew ? go('/settings/shipping') : setDraft(initial))}
      />
    </>
  );
}

function Places(props: {
  readonly draft: TableDraft;
  readonly set: (change: Partial<TableDraft>) => void;
  readonly codes: readonly string[];
}) {
  const { draft, set, codes } = props;
  const t = shippingWords();
  return (
    <Card title={t.carrierZones} about={t.carrierZonesText}>
      <Accordion multiple defaultValue={[]} variant="contained">
        {codes.map((code) => {
          const place = placeOf(draft, code);
          return (
            <Accordion.Item key={code} value={code}>
              <Accordion.Control>
                <Text size="sm" fw={560}>
                  {code}
                </Text>
                <Text size="xs" c="dimmed">
                  {placeText(place)}
                </Text>
              </Accordion.Control>
              <Accordion.Panel>
                <CountriesField
                  label={t.countriesOf(code)}
                  value={place.countries}
                  onChange={(countries) =>
                    set({ places: { ...draft.places, [code]: { ...place, countries: [...countries] } } })
                  }
                />
              </Accordion.Panel>
            </Accordion.Item>
          );
        })}
      </Accordion>
    </Card>
  );
}
