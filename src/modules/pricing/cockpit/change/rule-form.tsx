import { Group, Select, TextInput } from '@mantine/core';
import { MoneyField } from '../../../../platform/cockpit/form/index.ts';
import { priceWords } from '../words.ts';
import { COMPARE_AT, isPercent, KINDS, ROUNDINGS, type Rule } from './rule.ts';

/** How prices are changed: by how much, how they end, and what becomes of the price to compare with. */
export function RuleForm(props: {
  readonly rule: Rule;
  readonly currency: string;
  readonly onChange: (rule: Rule) => void;
}) {
  const { rule, currency, onChange } = props;
  const t = priceWords().change;
  const choose = <Value extends string>(values: readonly Value[], chosen: string | null, before: Value) =>
    values.find((value) => value === chosen) ?? before;
  const change = (value: string) => onChange({ ...rule, value });
  return (
    <Group align="flex-end" grow preventGrowOverflow={false}>
      <Select
        label={t.how}
        data={KINDS.map((value) => ({ value, label: t.kinds[value] }))}
        value={rule.kind}
        allowDeselect={false}
        onChange={(chosen) => onChange({ ...rule, kind: choose(KINDS, chosen, rule.kind) })}
      />
      {isPercent(rule.kind) ? (
        <TextInput
          label={t.value}
          inputMode="decimal"
          data-autofocus
          rightSection="%"
          value={rule.value}
          onChange={(event) => change(event.currentTarget.value)}
        />
      ) : (
        <MoneyField label={t.value} currency={currency} data-autofocus value={rule.value} onChange={change} />
      )}
      <Select
        label={t.rounding}
        data={ROUNDINGS.map((value) => ({ value, label: t.roundings[value] }))}
        value={rule.rounding}
        allowDeselect={false}
        onChange={(chosen) => onChange({ ...rule, rounding: choose(ROUNDINGS, chosen, rule.rounding) })}
      />
      <Select
        label={t.compareAt}
        data={COMPARE_AT.map((value) => ({ value, label: t.compareAts[value] }))}
        value={rule.compareAt}
        allowDeselect={false}
        onChange={(chosen) => onChange({ ...rule, compareAt: choose(COMPARE_AT, chosen, rule.compareAt) })}
      />
    </Group>
  );
}
