import { ActionIcon, NumberInput, Select, TextInput } from '@mantine/core';
import { X } from 'lucide-react';
import { useState } from 'react';
import { currencyOf, fromDecimal, money, toDecimal } from '../../../../kernel/index.ts';
import { MoneyField, parseAmount } from '../../../../platform/cockpit/form/index.ts';
import { customerWords } from '../words.ts';
import { asked, type Condition, waysOf } from './condition.ts';
import styles from './segments.module.css';

/** One condition as a sentence with slots: `Orders · at least · 3`. */
export function ConditionRow(props: {
  readonly of: Condition;
  readonly onChange: (condition: Condition) => void;
  readonly onRemove: () => void;
}) {
  const { of, onChange, onRemove } = props;
  const t = customerWords().segments;
  const name = t.fields[of.field];
  return (
    <li className={styles.condition}>
      <span className={styles.field}>{name}</span>
      <Select
        size="sm"
        w={170}
        aria-label={`${name}: ${t.kind}`}
        value={of.is}
        onChange={(is) => is !== null && onChange(asked(of, is))}
        data={waysOf(of.field).map((value) => ({ value, label: t.is[value] }))}
        allowDeselect={false}
      />
      <Slot of={of} name={name} onChange={onChange} />
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={`${t.removeCondition}: ${name}`}
        onClick={onRemove}
      >
        <X size={16} />
      </ActionIcon>
    </li>
  );
}

function Slot(props: {
  readonly of: Condition;
  readonly name: string;
  readonly onChange: (condition: Condition) => void;
}) {
  const { of, name, onChange } = props;
  const t = customerWords().segments;
  switch (of.field) {
    case 'orders':
      return (
        <NumberInput
          size="sm"
          w={110}
          min={0}
          max={1_000_000}
          allowDecimal={false}
          aria-label={name}
          value={of.count}
          onChange={(value) => onChange({ ...of, count: Math.max(0, Number(value) || 0) })}
        />
      );
    case 'spent':
      return <Spent of={of} name={name} onChange={onChange} />;
    case 'last_order':
    case 'first_order':
      return (
        <NumberInput
          size="sm"
          w={130}
          min={1}
          max={3_650}
          allowDecimal={false}
          suffix={` ${t.days}`}
          aria-label={name}
          value={of.days}
          onChange={(value) => onChange({ ...of, days: Math.max(1, Math.min(3_650, Number(value) || 1)) })}
        />
      );
    case 'market':
    case 'country':
    case 'tag':
      return (
        <TextInput
          size="sm"
          w={170}
          maxLength={40}
          aria-label={name}
          value={of.value}
          placeholder={of.field === 'country' ? 'DE' : ''}
          onChange={(event) => {
            const { value } = event.currentTarget;
            onChange({ ...of, value: of.field === 'country' ? value.toUpperCase() : value });
          }}
        />
      );
    default:
      return <span />;
  }
}

type SpentCondition = Extract<Condition, { field: 'spent' }>;

/** An amount, which the rule keeps in minor units. */
function Spent(props: {
  readonly of: SpentCondition;
  readonly name: string;
  readonly onChange: (condition: Condition) => void;
}) {
  const { of, name, onChange } = props;
  const currency = currencyOf(of.currency);
  const [typed, setTyped] = useState(toDecimal(money(BigInt(of.minor), currency)));
  const change = (text: string) => {
    setTyped(text);
    const amount = parseAmount(text, of.currency);
    const parsed = amount === undefined ? undefined : fromDecimal(amount, currency);
    if (parsed !== undefined && parsed.minor >= 0n) onChange({ ...of, minor: String(parsed.minor) });
  };
  return (
    <MoneyField size="sm" w={160} aria-label={name} currency={of.currency} value={typed} onChange={change} />
  );
}
