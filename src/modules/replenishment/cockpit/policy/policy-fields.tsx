import { Group, NumberInput, Select } from '@mantine/core';
import { replenishmentWords } from '../words.ts';
import type { Policy } from './policy.ts';

const KINDS = ['cycle', 'fill', 'cost'] as const;

/** The fields of a policy; what is empty follows the next wider one. */
export function PolicyFields(props: {
  readonly policy: Policy;
  readonly standard: Policy;
  /** Budget and room are of the whole shop. */
  readonly isShop: boolean;
  readonly isOff: boolean;
  readonly change: (policy: Policy) => void;
}) {
  const { policy, standard, isShop, isOff } = props;
  const words = replenishmentWords();
  const { policy: t, policies } = words;
  const change = (part: Partial<Policy>) => props.change({ ...policy, ...part });
  const whole = { allowNegative: false, disabled: isOff } as const;
  const service = policy.service ?? undefined;
  const [least, most] = [policy.minMax?.min, policy.minMax?.max];
  const setMinMax = (min: number | undefined, max: number | undefined) =>
    change({ minMax: min === undefined && max === undefined ? null : { min: min ?? 0, max: max ?? 1 } });
  return (
    <>
      <Select
        label={t.service}
        data={KINDS.map((value) => ({ value, label: t.services[value] }))}
        value={service?.kind ?? null}
        placeholder={t.services[standard.service?.kind ?? 'cycle']}
        clearable
        disabled={isOff}
        onChange={(value) => {
          const kind = KINDS.find((one) => one === value);
          if (kind === undefined) return change({ service: null });
          change({ service: kind === 'cost' ? { kind } : { kind, share: service?.share ?? 0.95 } });
        }}
      />
      {service !== undefined && service.kind !== 'cost' && (
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
        onChange={(value) => change({ maxCoverDays: pieces(value) ?? null })}
        {...{ ...whole, min: 1, max: 730, allowDecimal: false }}
      />
      <Group grow align="end">
        <NumberInput
          label={policies.least}
          value={least ?? ''}
          onChange={(value) => setMinMax(pieces(value), most)}
          {...{ ...whole, max: 1_000_000, allowDecimal: false }}
        />
        <NumberInput
          label={policies.most}
          value={most ?? ''}
          onChange={(value) => setMinMax(least, pieces(value))}
          {...{ ...whole, max: 1_000_000, allowDecimal: false }}
        />
      </Group>
      {isShop && (
        <Group grow align="end">
          <NumberInput
            label={t.budget}
            value={policy.budget ?? ''}
            onChange={(value) => change({ budget: value === '' ? null : String(value) })}
            {...{ ...whole, decimalScale: 2 }}
          />
          <NumberInput
            label={policies.room}
            value={policy.storagePieces ?? ''}
            onChange={(value) => change({ storagePieces: pieces(value) ?? null })}
            {...{ ...whole, min: 1, max: 1_000_000_000, allowDecimal: false }}
          />
        </Group>
      )}
    </>
  );
}

const round = (value: number) => Math.round(value * 10_000) / 10_000;
const share = (of: number | null | undefined) => (of === null || of === undefined ? '' : round(of * 100));
const given = (value: string | number) => (value === '' ? null : round(Number(value)) / 100);
const pieces = (value: string | number) => (value === '' ? undefined : Number(value));
