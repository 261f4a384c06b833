import { Button, Group, Modal, NumberInput, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { type Told, useRead, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { problemsByField } from '../../../../platform/cockpit/form/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { Shown } from '../../../../platform/cockpit/page/index.ts';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import { replenishmentWords } from '../words.ts';

type Policies = Told<'listReplenishmentPolicies'>;
type Policy = Policies['standard'];

const OF_SHOP = '00000000-0000-0000-0000-000000000000';
const KINDS = ['cycle', 'fill', 'cost'] as const;

/** How well the whole shop means to be in stock, and what that costs. */
export function PolicyDialog({ close }: { readonly close: () => void }) {
  const t = replenishmentWords().policy;
  const policies = useRead('listReplenishmentPolicies', {}, { about: ['replenishment'] });
  return (
    <Modal opened onClose={close} title={t.title} centered size="md">
      <Text size="sm" c="dimmed" mb="md">
        {t.about}
      </Text>
      <Shown of={policies}>{(told) => <PolicyForm told={told} close={close} />}</Shown>
    </Modal>
  );
}

function PolicyForm({ told, close }: { readonly told: Policies; readonly close: () => void }) {
  const words = replenishmentWords();
  const t = words.policy;
  const may = useMay();
  const [policy, setPolicy] = useState<Policy>(
    told.policies.find(({ scope }) => scope === 'shop')?.policy ?? {},
  );
  const { standard } = told;
  const save = useWrite('saveReplenishmentPolicy', {
    ...{ about: ['replenishment'], isTold: true },
    onDone: () => {
      sayDone(t.saved);
      again.mutate({ body: {} });
      close();
    },
  });
  const again = useWrite('reviewNeeds', { about: ['replenishment'] });
  const service = policy.service ?? standard.service ?? { kind: 'cycle', share: 0.95 };
  const change = (part: Partial<Policy>) => setPolicy({ ...policy, ...part });
  const problem = Object.values(problemsByField(save.error))[0];
  const whole = { allowNegative: false, disabled: !may('purchasing:write') } as const;
  return (
    <Stack gap="sm">
      <Select
        label={t.service}
        data={KINDS.map((value) => ({ value, label: t.services[value] }))}
        value={service.kind}
        allowDeselect={false}
        disabled={whole.disabled}
        onChange={(value) => {
          const kind = KINDS.find((one) => one === value) ?? 'cycle';
          change({ service: kind === 'cost' ? { kind } : { kind, share: service.share ?? 0.95 } });
        }}
      />
      {service.kind !== 'cost' && (
        <NumberInput
          label={t.share}
          value={round((service.share ?? 0.95) * 100)}
          onChange={(value) => change({ service: { ...service, share: round(Number(value)) / 100 } })}
          {...{ ...whole, min: 50, max: 99.99, decimalScale: 2, suffix: ` ${t.percent}` }}
        />
      )}
      <NumberInput
        label={t.holding}
        value={share(policy.holdingRate)}
        placeholder={String(share(standard.holdingRate))}
        onChange={(value) => change({ holdingRate: given(value) })}
        {...{ ...whole, max: 500, decimalScale: 1, suffix: ` ${t.percent}` }}
      />
      <NumberInput
        label={t.orderCost}
        value={policy.orderCost ?? ''}
        placeholder={standard.orderCost ?? ''}
        onChange={(value) => change({ orderCost: value === '' ? null : String(value) })}
        {...{ ...whole, decimalScale: 2 }}
      />
      <NumberInput
        label={t.substitution}
        value={share(policy.substitutionShare)}
        placeholder={String(share(standard.substitutionShare))}
        onChange={(value) => change({ substitutionShare: given(value) })}
        {...{ ...whole, max: 100, decimalScale: 1, suffix: ` ${t.percent}` }}
      />
      <NumberInput
        label={t.maxCover}
        value={policy.maxCoverDays ?? ''}
        placeholder={String(standard.maxCoverDays ?? '')}
        onChange={(value) => change({ maxCoverDays: value === '' ? null : Number(value) })}
        {...{ ...whole, min: 1, max: 730, allowDecimal: false }}
      />
      <NumberInput
        label={t.budget}
        value={policy.budget ?? ''}
        onChange={(value) => change({ budget: value === '' ? null : String(value) })}
        {...{ ...whole, decimalScale: 2 }}
      />
      <Text size="xs" c="dimmed">
        {t.standard}
      </Text>
      {problem !== undefined && (
        <Text size="sm" c="red" role="alert">
          {problem}
        </Text>
      )}
      {!whole.disabled && (
        <Group justify="flex-end">
          <Button
            loading={save.isPending}
            onClick={() => save.mutate({ params: { scope: 'shop', id: OF_SHOP }, body: policy })}
          >
            {t.save}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

const round = (value: number) => Math.round(value * 10_000) / 10_000;
const share = (of: number | null | undefined) => (of === null || of === undefined ? '' : round(of * 100));
const given = (value: string | number) => (value === '' ? null : round(Number(value)) / 100);
