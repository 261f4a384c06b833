import { Button, Group, Modal, NativeSelect, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { problemsByField } from '../../../../platform/cockpit/form/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { forecastWords } from '../words.ts';

const SCOPES = ['variant', 'category', 'shop'] as const;
type Scope = (typeof SCOPES)[number];
type Kind = 'percent' | 'pieces';

export type Adjusted = {
  readonly variantId: string;
  /** Its path; '' where it has none. */
  readonly category: string;
  readonly from: string;
  readonly to: string;
};

/** Says that more or less is to be expected in some days, and why. */
export function AdjustDialog({ of, onClose }: { readonly of: Adjusted; readonly onClose: () => void }) {
  const t = forecastWords().adjust;
  const [draft, setDraft] = useState({ from: of.from, to: of.to, amount: 20, reason: '' });
  const [kind, setKind] = useState<Kind>('percent');
  const [scope, setScope] = useState<Scope>('variant');
  const set = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  const take = useWrite('deleteAdjustment', { about: ['forecasting'], onDone: () => sayDone(t.undone) });
  const save = useWrite('saveAdjustment', {
    ...{ about: ['forecasting'], isTold: true },
    onDone: ({ id }) => {
      sayDone(t.saved, () => take.mutate({ params: { id } }));
      onClose();
    },
  });
  const problems = problemsByField(save.error);
  const send = () => {
    const { amount, ...rest } = draft;
    const change = kind === 'percent' ? { factor: 1 + amount / 100 } : { pieces: amount };
    const scopeId = { variant: of.variantId, category: of.category, shop: '' }[scope];
    save.mutate({ body: { ...rest, ...change, scope, scopeId } });
  };
  const scopes = SCOPES.filter((one) => one !== 'category' || of.category !== '');
  return (
    <Modal opened onClose={onClose} title={t.form} centered>
      <Stack gap="sm">
        <Group grow>
          <TextInput
            {...{ type: 'date', label: t.from, value: draft.from, error: problems['from'] }}
            onChange={({ currentTarget: { value } }) =>
              set({ from: value, ...(value > draft.to ? { to: value } : {}) })
            }
          />
          <TextInput
            {...{ type: 'date', label: t.to, value: draft.to, error: problems['to'] }}
            onChange={({ currentTarget }) => set({ to: currentTarget.value })}
          />
        </Group>
        <Group grow align="end">
          <NativeSelect
            {...{ label: t.kind, value: kind }}
            data={[
              { value: 'percent', label: t.percent },
              { value: 'pieces', label: t.pieces },
            ]}
            onChange={({ currentTarget }) => setKind(currentTarget.value === 'pieces' ? 'pieces' : 'percent')}
          />
          <NumberInput
            {...{ label: kind === 'percent' ? t.percentField : t.piecesField, value: draft.amount }}
            {...{ allowDecimal: kind === 'percent', min: kind === 'percent' ? -100 : -1_000_000 }}
            error={problems['change'] ?? problems['factor'] ?? problems['pieces']}
            onChange={(amount) => set({ amount: Number(amount) })}
          />
        </Group>
        <NativeSelect
          {...{ label: t.scope, value: scope, error: problems['scopeId'] }}
          data={scopes.map((value) => ({ value, label: t.scopes[value] }))}
          onChange={({ currentTarget }) =>
            setScope(SCOPES.find((one) => one === currentTarget.value) ?? 'variant')
          }
        />
        <TextInput
          {...{ label: t.reason, placeholder: t.reasonHint, value: draft.reason, maxLength: 500 }}
          {...{ error: problems['reason'], 'data-autofocus': true }}
          onChange={({ currentTarget }) => set({ reason: currentTarget.value })}
        />
        {problems[''] && (
          <Text size="sm" c="var(--bad)" role="alert">
            {problems['']}
          </Text>
        )}
        <Group justify="flex-end">
          <Button
            loading={save.isPending}
            disabled={draft.reason.trim() === '' || draft.amount === 0}
            onClick={send}
          >
            {t.save}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
