import { Button, Checkbox, Group, NumberInput, Radio, SimpleGrid, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { MoneyField } from '../../../../platform/cockpit/form/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { useSession } from '../../../../platform/cockpit/state/index.ts';
import { decisionWords } from '../words.ts';
import type { Mandate } from './mandate.ts';
import { Trial } from './trial.tsx';

/** The limits as they are typed. */
export type Draft = {
  readonly rule: Mandate['rule'];
  readonly most: string;
  readonly week: string;
  readonly weekCount: string;
  readonly percent: string;
  readonly least: string;
  readonly onlyReversible: boolean;
  readonly fromHour: number;
  readonly toHour: number;
  readonly isDryRun: boolean;
};

/** The owner's rule for a kind, with what it would have done before it is given. */
export function MandateForm({ of: mandate, onDone }: { readonly of: Mandate; readonly onDone: () => void }) {
  const t = decisionWords();
  const { shop } = useSession();
  const [draft, setDraft] = useState<Draft>(() => draftOf(mandate));
  const saving = useWrite('saveMandate', { about: ['decisions'] });
  const set = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const save = (event: FormEvent) => {
    event.preventDefault();
    const body = { ...bodyOf(draft, shop.currency), version: mandate.version };
    saving.mutate(
      { params: { kind: mandate.kind }, body },
      {
        onSuccess: () => {
          sayDone(t.mandate.saved);
          onDone();
        },
      },
    );
  };
  return (
    <form onSubmit={save}>
      <Stack gap="md">
        <Radio.Group
          value={draft.rule}
          onChange={(rule) => set({ rule: ruleOf(rule) })}
          aria-label={t.mandate.title}
        >
          <Stack gap="xs">
            {(['ask', 'within', 'never'] as const).map((rule) => (
              <Radio key={rule} value={rule} label={t.mandate.rules[rule]} />
            ))}
          </Stack>
        </Radio.Group>
        {draft.rule === 'within' && <Limits of={draft} currency={shop.currency} onChange={set} />}
        {draft.rule === 'within' && <Trial kind={mandate.kind} of={bodyOf(draft, shop.currency)} />}
        <Group gap="xs">
          <Button type="submit" loading={saving.isPending}>
            {t.mandate.save}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Limits(props: {
  readonly of: Draft;
  readonly currency: string;
  readonly onChange: (part: Partial<Draft>) => void;
}) {
  const { of: draft, currency, onChange: set } = props;
  const t = decisionWords();
  const whole = (value: string, most: number) => ({ value, min: 0, max: most, allowDecimal: false });
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <MoneyField
          required
          label={t.mandate.most}
          currency={currency}
          value={draft.most}
          onChange={(most) => set({ most })}
        />
        <MoneyField
          label={t.mandate.week}
          currency={currency}
          value={draft.week}
          onChange={(week) => set({ week })}
        />
        <NumberInput
          label={t.mandate.weekCount}
          {...whole(draft.weekCount, 100_000)}
          onChange={(value) => set({ weekCount: String(value) })}
        />
        <NumberInput
          label={t.mandate.mostShare}
          suffix=" %"
          {...whole(draft.percent, 100)}
          onChange={(value) => set({ percent: String(value) })}
        />
        <MoneyField
          label={t.mandate.least}
          currency={currency}
          value={draft.least}
          onChange={(least) => set({ least })}
        />
        <Group gap="xs" grow>
          <NumberInput
            {...{ label: t.mandate.from, min: 0, max: 23, value: draft.fromHour, suffix: ':00' }}
            onChange={(value) => set({ fromHour: Number(value) })}
          />
          <NumberInput
            {...{ label: t.mandate.to, min: 0, max: 23, value: draft.toHour, suffix: ':00' }}
            onChange={(value) => set({ toHour: Number(value) })}
          />
        </Group>
      </SimpleGrid>
      <Checkbox
        label={t.mandate.onlyReversible}
        checked={draft.onlyReversible}
        onChange={(event) => set({ onlyReversible: event.currentTarget.checked })}
      />
      <Checkbox
        label={t.mandate.dryRun}
        description={t.mandate.dryRunText}
        checked={draft.isDryRun}
        onChange={(event) => set({ isDryRun: event.currentTarget.checked })}
      />
    </Stack>
  );
}

function ruleOf(text: string): Mandate['rule'] {
  return text === 'within' || text === 'never' ? text : 'ask';
}

function draftOf({ rule, limits, isDryRun }: Mandate): Draft {
  const { most, week, weekCount, mostShare, leastValue, onlyReversible, fromHour, toHour } = limits;
  return {
    ...{ rule, isDryRun, onlyReversible, fromHour, toHour },
    ...{ most: most?.amount ?? '', week: week?.amount ?? '', least: leastValue?.amount ?? '' },
    weekCount: weekCount === undefined ? '' : String(weekCount),
    percent: mostShare === undefined ? '' : String(Math.round(mostShare * 100)),
  };
}

/** What is left empty is no limit. */
function bodyOf(draft: Draft, currency: string) {
  const { rule, isDryRun, onlyReversible, fromHour, toHour } = draft;
  const amount = (key: 'most' | 'week' | 'least') =>
    draft[key] === '' ? undefined : { amount: draft[key], currency };
  const [most, week, leastValue] = [amount('most'), amount('week'), amount('least')];
  return {
    ...{ rule, isDryRun },
    limits: {
      ...{ onlyReversible, fromHour, toHour },
      ...(most ? { most } : {}),
      ...(week ? { week } : {}),
      ...(leastValue ? { leastValue } : {}),
      ...(draft.weekCount === '' ? {} : { weekCount: Number(draft.weekCount) }),
      ...(draft.percent === '' ? {} : { mostShare: Number(draft.percent) / 100 }),
    },
  };
}
