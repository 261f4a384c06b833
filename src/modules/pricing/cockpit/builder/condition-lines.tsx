import { Checkbox, MultiSelect, NumberInput, TagsInput, TextInput } from '@mantine/core';
import { priceWords } from '../words.ts';
import { AmountsField, amountsText } from './amounts-field.tsx';
import type { PromotionChoices } from './choices.ts';
import { GoodsSlot } from './goods-slot.tsx';
import type { Conditions, Promotion } from './promotion.ts';
import styles from './sentence.module.css';
import { Slot } from './slot.tsx';

type Props = {
  readonly promotion: Promotion;
  readonly choices: PromotionChoices;
  readonly markets: readonly { readonly value: string; readonly label: string }[];
  readonly isOff: boolean;
  readonly onChange: (promotion: Promotion) => void;
};

/** When it applies, for whom, and how often: the rest of the sentence. What is left empty asks nothing. */
export function ConditionLines(props: Props) {
  const { promotion, isOff, onChange } = props;
  const t = priceWords().builder;
  const change = (changes: Partial<Conditions>) =>
    onChange({ ...promotion, conditions: without({ ...promotion.conditions, ...changes }) });
  return (
    <>
      <div className={styles.sentence}>
        {t.when}
        <MinimumSlot {...props} change={change} />
        {t.forWhom}
        <WhoSlot {...props} change={change} />
        {t.inWord}
        <MarketSlot {...props} change={change} />
      </div>
      <div className={styles.sentence}>
        <ScheduleSlots {...props} change={change} />
        <LimitSlot {...{ promotion, isOff, onChange }} choices={props.choices} />
      </div>
    </>
  );
}

type Changing = Props & { readonly change: (changes: Partial<Conditions>) => void };

/** Leaves out what is undefined, so that what is sent says only what is asked. */
function without<Value extends object>(value: Value): Value {
  return JSON.parse(JSON.stringify(value));
}

function MinimumSlot({ promotion, choices, isOff, change }: Changing) {
  const t = priceWords().builder;
  const { minimum } = promotion.conditions;
  const value = minimum?.value ?? {};
  const text = [
    Object.keys(value).length === 0 ? '' : t.worth(amountsText(value, t.or)),
    minimum?.quantity === undefined ? '' : t.atLeast(minimum.quantity),
  ]
    .filter(Boolean)
    .join(` ${t.and} `);
  const write = (next: NonNullable<Conditions['minimum']>) => {
    const { value: amounts = {}, quantity } = next;
    const isAsked = Object.keys(amounts).length > 0 || quantity !== undefined;
    const kept = Object.keys(amounts).length > 0 ? next : { ...next, value: undefined };
    change({ minimum: isAsked ? without(kept) : undefined });
  };
  return (
    <>
      <Slot name={t.minimum} text={text || t.anyCart} isEmpty={text === ''} isOff={isOff}>
        <AmountsField
          label={t.minimumValue}
          currencies={choices.currencies}
          value={value}
          onChange={(amounts) => write({ ...minimum, value: amounts })}
        />
        <NumberInput
          label={t.minimumPieces}
          min={1}
          allowDecimal={false}
          value={minimum?.quantity ?? ''}
          onChange={(typed) =>
            write({ ...minimum, quantity: Number(typed) >= 1 ? Number(typed) : undefined })
          }
        />
      </Slot>
      {minimum !== undefined && (
        <>
          {t.of}
          <GoodsSlot
            goods={minimum.goods}
            choices={choices}
            isOff={isOff}
            onChange={(goods) => change({ minimum: { ...minimum, goods } })}
          />
        </>
      )}
    </>
  );
}

function WhoSlot({ promotion, isOff, change }: Changing) {
  const t = priceWords().builder;
  const { segments = [], isFirstOrder } = promotion.conditions;
  const text = [segments.join(` ${t.or} `), isFirstOrder ? t.firstOrder : ''].filter(Boolean).join(', ');
  return (
    <Slot name={t.customers} text={text || t.everybody} isEmpty={text === ''} isOff={isOff}>
      <TagsInput
        label={t.segments}
        description={t.segmentsText}
        value={[...segments]}
        onChange={(typed) => change({ segments: typed.length === 0 ? undefined : typed })}
        comboboxProps={{ withinPortal: false }}
      />
      <Checkbox
        label={t.firstOrderOnly}
        checked={isFirstOrder ?? false}
        onChange={(event) => change({ isFirstOrder: event.currentTarget.checked ? true : undefined })}
      />
    </Slot>
  );
}

function MarketSlot({ promotion, markets, isOff, change }: Changing) {
  const t = priceWords().builder;
  const chosen = promotion.conditions.markets ?? [];
  const text = chosen
    .map((code) => markets.find(({ value }) => value === code)?.label ?? code)
    .join(` ${t.or} `);
  return (
    <Slot name={t.markets} text={text || t.everyMarket} isEmpty={text === ''} isOff={isOff}>
      <MultiSelect
        label={t.markets}
        data={[...markets]}
        value={[...chosen]}
        onChange={(codes) => change({ markets: codes.length === 0 ? undefined : codes })}
        comboboxProps={{ withinPortal: false }}
      />
    </Slot>
  );
}

function ScheduleSlots({ promotion, isOff, change }: Changing) {
  const t = priceWords().builder;
  const schedule = promotion.conditions.schedule ?? {};
  const write = (changes: Partial<NonNullable<Conditions['schedule']>>) => {
    const next = without({ ...schedule, ...changes });
    change({ schedule: Object.keys(next).length === 0 ? undefined : next });
  };
  const moment = (name: 'startsAt' | 'endsAt', label: string, never: string) => (
    <Slot
      name={label}
      text={schedule[name]?.replace('T', ' ') ?? never}
      isEmpty={schedule[name] === undefined}
      isOff={isOff}
    >
      <TextInput
        type="datetime-local"
        label={label}
        description={t.byShopClocks}
        value={schedule[name]?.slice(0, 16) ?? ''}
        onChange={(event) => write({ [name]: event.currentTarget.value || undefined })}
      />
    </Slot>
  );
  const { weekdays = [], hours } = schedule;
  const days = weekdays.map((day) => Object.values(t.weekdays)[day - 1] ?? '').join(', ');
  const timesText = [days, hours && `${hours.from}–${hours.to}`].filter(Boolean).join(' · ');
  return (
    <>
      {t.fromWhen}
      {moment('startsAt', t.starts, t.now)}
      {t.toWhen}
      {moment('endsAt', t.ends, t.noEnd)}
      {t.on}
      <Slot name={t.times} text={timesText || t.everyDay} isEmpty={timesText === ''} isOff={isOff}>
        <MultiSelect
          label={t.days}
          data={Object.values(t.weekdays).map((label, index) => ({ value: String(index + 1), label }))}
          value={weekdays.map(String)}
          onChange={(chosen) =>
            write({ weekdays: chosen.length === 0 ? undefined : chosen.map(Number).toSorted() })
          }
          comboboxProps={{ withinPortal: false }}
        />
        {(['from', 'to'] as const).map((end) => (
          <TextInput
            key={end}
            type="time"
            label={t.hours[end]}
            value={hours?.[end] ?? ''}
            onChange={(event) => {
              const typed = event.currentTarget.value;
              const others = { from: hours?.from ?? '09:00', to: hours?.to ?? '17:00' };
              write({ hours: typed === '' ? undefined : { ...others, [end]: typed } });
            }}
          />
        ))}
      </Slot>
    </>
  );
}

function LimitSlot({ promotion, choices, isOff, onChange }: Omit<Props, 'markets'>) {
  const t = priceWords().builder;
  const { uses, usesPerCustomer, budget } = promotion.limits;
  const text = [
    uses === undefined ? '' : t.usesOf(uses),
    usesPerCustomer === undefined ? '' : t.perCustomerOf(usesPerCustomer),
    budget === undefined ? '' : t.budgetOf(amountsText(budget, t.or)),
  ]
    .filter(Boolean)
    .join(', ');
  const write = (changes: Partial<Promotion['limits']>) =>
    onChange({ ...promotion, limits: without({ ...promotion.limits, ...changes }) });
  const count = (name: 'uses' | 'usesPerCustomer', label: string) => (
    <NumberInput
      label={label}
      min={1}
      allowDecimal={false}
      value={promotion.limits[name] ?? ''}
      onChange={(typed) => write({ [name]: Number(typed) >= 1 ? Number(typed) : undefined })}
    />
  );
  return (
    <Slot name={t.limits} text={text || t.noLimit} isEmpty={text === ''} isOff={isOff}>
      {count('uses', t.uses)}
      {count('usesPerCustomer', t.perCustomer)}
      <AmountsField
        label={t.budget}
        currencies={choices.currencies}
        value={budget ?? {}}
        onChange={(amounts) => write({ budget: Object.keys(amounts).length === 0 ? undefined : amounts })}
      />
    </Slot>
  );
}
