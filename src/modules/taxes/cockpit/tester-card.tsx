import { Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { type Told, useRead } from '../../../platform/cockpit/api/index.ts';
import { CountryField } from '../../../platform/cockpit/form/index.ts';
import { Card, Shown } from '../../../platform/cockpit/page/index.ts';
import { countryName, momentOf } from '../../../platform/cockpit/text/index.ts';
import { percentShown } from './percent.ts';
import styles from './taxes.module.css';
import { ABOUT, className, type TaxClass, taxWords } from './words.ts';

/** "These goods to this address": which rate, and why. Asked of what taxes carts. */
export function TesterCard({ classes }: { readonly classes: readonly TaxClass[] }) {
  const t = taxWords().tester;
  const [place, setPlace] = useState({ country: 'FR', region: '', postalCode: '', taxClass: '', vatId: '' });
  const set = (change: Partial<typeof place>) => setPlace((before) => ({ ...before, ...change }));
  const [asked] = useDebouncedValue(place, 300);
  const { country, taxClass, ...rest } = asked;
  const more = Object.fromEntries(Object.entries(rest).filter(([, value]) => value.trim() !== ''));
  const query = { country, taxClass, ...more };
  const tested = useRead('testTax', { query }, { ...ABOUT, isKept: true });
  const text = (name: 'region' | 'postalCode' | 'vatId', most: number) => ({
    ...{ size: 'xs', label: t[name], value: place[name], maxLength: most },
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => set({ [name]: event.currentTarget.value }),
  });
  return (
    <Card title={t.title} about={t.about}>
      <Stack gap="sm">
        <Group grow align="flex-start" gap="xs">
          <CountryField
            size="xs"
            label={t.country}
            value={country}
            onChange={(code) => set({ country: code })}
          />
          <TextInput {...text('postalCode', 20)} />
        </Group>
        <Group grow align="flex-start" gap="xs">
          <Select
            {...{ size: 'xs', label: t.goods, value: place.taxClass, allowDeselect: false }}
            data={['', ...classes.map(({ code }) => code)].map((value) => {
              return { value, label: className(value, classes) };
            })}
            onChange={(code) => set({ taxClass: code ?? '' })}
          />
          <TextInput {...text('region', 3)} placeholder="NY" />
        </Group>
        <TextInput {...text('vatId', 40)} placeholder="FR…" />
        <Shown of={tested}>{(answer) => <Answer of={answer} taxClass={taxClass} />}</Shown>
      </Stack>
    </Card>
  );
}

function Answer(props: { readonly of: Told<'testTax'>; readonly taxClass: string }) {
  const { of: answer, taxClass } = props;
  const { why, country, rates, totalMillionths, isOwnOfClass, vatId } = answer;
  const t = taxWords().tester;
  const isTaxed = rates.length > 0;
  return (
    <div role="status">
      <div className={styles.total}>{percentShown(totalMillionths)}</div>
      <Text size="sm">{t.why[why](countryName(country))}</Text>
      {!isTaxed &&
        (why === 'home' || why === 'registered' || why === 'union' || why === 'below_threshold') && (
          <Text size="sm" c="var(--bad)">
            {t.noRate}
          </Text>
        )}
      {isTaxed && taxClass !== '' && (
        <Text size="sm" c="dimmed">
          {isOwnOfClass ? t.ownRate : t.standardRate}
        </Text>
      )}
      {vatId !== undefined && (
        <Text size="sm" c="dimmed">
          {vatId.isValid === undefined || vatId.checkedAt === undefined
            ? t.neverChecked
            : t.checked(vatId.isValid, momentOf(vatId.checkedAt))}
        </Text>
      )}
      {rates.length > 1 && (
        <dl className={styles.sums}>
          {rates.map(({ name, rateMillionths }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{percentShown(rateMillionths)}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
