import { Group, NumberInput, Select, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { type Told, useRead } from '../../../platform/cockpit/api/index.ts';
import { CountryField, MoneyField, parseAmount } from '../../../platform/cockpit/form/index.ts';
import { Card, Shown } from '../../../platform/cockpit/page/index.ts';
import { useSession } from '../../../platform/cockpit/state/index.ts';
import { moneyOf, writtenIn } from '../../../platform/cockpit/text/index.ts';
import styles from './shipping.module.css';
import { ABOUT, shippingWords } from './words.ts';

type Asked = {
  readonly country: string;
  readonly postalCode: string;
  readonly currency: string;
  readonly value: string;
  readonly weightGrams: string;
  readonly quantity: string;
};

/** "This address, these goods": what is offered at what price, and why not the others. Asked of what prices carts. */
export function TesterCard() {
  const t = shippingWords().tester;
  const { currency: first } = useSession().shop;
  const [typed, setTyped] = useState<Asked>({
    ...{ country: 'DE', postalCode: '10115', currency: first },
    ...{ value: '50.00', weightGrams: '1000', quantity: '1' },
  });
  const coverage = useRead('readDeliveryCoverage', {}, ABOUT);
  const currencies = [...new Set([first, ...(coverage.data?.markets ?? []).map(({ currency }) => currency)])];
  const set = (change: Partial<Asked>) => setTyped((before) => ({ ...before, ...change }));
  const [asked] = useDebouncedValue(typed, 300);
  const value = parseAmount(asked.value, asked.currency);
  const isWhole = value !== undefined && asked.weightGrams !== '' && asked.quantity !== '';
  return (
    <Card title={t.title} about={t.about}>
      <Stack gap="sm">
        <Group grow align="flex-start" gap="xs">
          <CountryField
            size="xs"
            label={t.country}
            value={typed.country}
            onChange={(country) => set({ country })}
          />
          <TextInput
            size="xs"
            label={t.postalCode}
            maxLength={20}
            value={typed.postalCode}
            onChange={(event) => set({ postalCode: event.currentTarget.value })}
          />
        </Group>
        <Group grow align="flex-start" gap="xs">
          <MoneyField
            size="xs"
            label={t.value}
            currency={typed.currency}
            value={typed.value}
            onChange={(amount) => set({ value: amount })}
          />
          <Select
            {...{
              size: 'xs',
              label: t.currency,
              value: typed.currency,
              data: currencies,
              allowDeselect: false,
            }}
            onChange={(currency) => set({ currency: currency ?? first })}
          />
        </Group>
        <Group grow align="flex-start" gap="xs">
          <NumberInput
            {...{ size: 'xs', label: t.weight, min: 0, max: 10_000_000, allowDecimal: false }}
            value={typed.weightGrams}
            onChange={(grams) => set({ weightGrams: String(grams) })}
          />
          <NumberInput
            {...{ size: 'xs', label: t.quantity, min: 1, max: 100_000, allowDecimal: false }}
            value={typed.quantity}
            onChange={(pieces) => set({ quantity: String(pieces) })}
          />
        </Group>
        {isWhole ? (
          <Answers {...asked} value={value} />
        ) : (
          <Text size="sm" c="dimmed">
            {t.incomplete}
          </Text>
        )}
      </Stack>
    </Card>
  );
}

function Answers({ postalCode, ...asked }: Asked) {
  const t = shippingWords().tester;
  const query = {
    ...{ ...asked, locale: writtenIn().language },
    ...(postalCode.trim() === '' ? {} : { postalCode: postalCode.trim() }),
  };
  const tested = useRead('testDelivery', { query }, { ...ABOUT, isKept: true });
  return (
    <Shown of={tested}>
      {({ zone, items }) => (
        <Stack gap="xs">
          <Text size="sm" c="dimmed">
            {zone === undefined ? t.noZone : t.inZone(zone.name)}
          </Text>
          <ul className={styles.answers} aria-label={t.title}>
            {items.toSorted(offeredFirst).map((item) => (
              <Answer key={item.methodId} of={item} />
            ))}
          </ul>
        </Stack>
      )}
    </Shown>
  );
}

type Item = Told<'testDelivery'>['items'][number];

function Answer({ of: { name, outcome, price, isFree, earliest, latest, points } }: { readonly of: Item }) {
  const t = shippingWords().tester;
  const when = earliest === undefined || latest === undefined ? '' : daysText(earliest, latest);
  return (
    <li data-off={outcome === 'offered' ? undefined : true}>
      <span>
        {name}
        {(when !== '' || points.length > 0) && (
          <small>{[when, points.slice(0, 2).join(', ')].filter(Boolean).join(' · ')}</small>
        )}
      </span>
      <span className={styles.price}>
        {outcome === 'offered' ? (isFree ? t.free : price && moneyOf(price)) : t.outcomes[outcome]}
      </span>
    </li>
  );
}

function offeredFirst(one: Item, other: Item): number {
  return Number(other.outcome === 'offered') - Number(one.outcome === 'offered');
}

/** Calendar days, which have no zone. */
function daysText(earliest: string, latest: string): string {
  const format = new Intl.DateTimeFormat(writtenIn().region, {
    ...({ weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' } as const),
  });
  return format.formatRange(new Date(`${earliest}T12:00:00Z`), new Date(`${latest}T12:00:00Z`));
}
