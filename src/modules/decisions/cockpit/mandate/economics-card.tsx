import { Button, NumberInput, SimpleGrid } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type Told, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { MoneyField } from '../../../../platform/cockpit/form/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import { decisionWords } from '../words.ts';

type Economics = Told<'listMandates'>['economics'];

/** What kinds reckon with, as the owner says. */
export function EconomicsCard({ of: known }: { readonly of: Economics }) {
  const t = decisionWords();
  const isOff = !useMay()('mandate:write');
  const [draft, setDraft] = useState(known);
  const saving = useWrite('saveEconomics', { about: ['decisions'], onDone: () => sayDone(t.mandate.saved) });
  const save = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate({ body: draft });
  };
  const share = (key: 'marginFloor' | 'holding' | 'salvage', label: string, most: number) => (
    <NumberInput
      {...{
        label,
        suffix: ' %',
        min: 0,
        max: most,
        disabled: isOff,
        value: Math.round(draft[key] * 1000) / 10,
      }}
      onChange={(value) => setDraft({ ...draft, [key]: Number(value) / 100 })}
    />
  );
  return (
    <Card title={t.mandate.economics} about={t.mandate.economicsText}>
      <form onSubmit={save}>
        <SimpleGrid cols={{ base: 1, sm: 2, lg: 4 }} spacing="sm">
          {share('marginFloor', t.mandate.marginFloor, 90)}
          {share('holding', t.mandate.holding, 500)}
          {share('salvage', t.mandate.salvage, 100)}
          <NumberInput
            {...{
              label: t.mandate.slowCover,
              suffix: ` ${t.mandate.days}`,
              min: 14,
              max: 1_000,
              disabled: isOff,
            }}
            value={draft.slowCoverDays}
            onChange={(value) => setDraft({ ...draft, slowCoverDays: Number(value) })}
          />
          <MoneyField
            {...{ label: t.mandate.attention, currency: known.attention.currency, disabled: isOff }}
            value={draft.attention.amount}
            onChange={(amount) => setDraft({ ...draft, attention: { ...known.attention, amount } })}
          />
        </SimpleGrid>
        {!isOff && (
          <Button type="submit" mt="sm" variant="default" loading={saving.isPending}>
            {t.save}
          </Button>
        )}
      </form>
    </Card>
  );
}
