import { Stack } from '@mantine/core';
import { MoneyField } from '../../../../platform/cockpit/form/index.ts';
import { moneyOf } from '../../../../platform/cockpit/text/index.ts';
import type { Amounts } from './promotion.ts';

/** An amount in each of the shop's currencies; a currency left empty has none. */
export function AmountsField(props: {
  readonly label: string;
  readonly currencies: readonly string[];
  readonly value: Amounts;
  readonly onChange: (amounts: Amounts) => void;
}) {
  const { label, currencies, value, onChange } = props;
  return (
    <Stack gap={6}>
      {currencies.map((currency, index) => (
        <MoneyField
          key={currency}
          label={index === 0 ? label : undefined}
          aria-label={`${label} ${currency}`}
          data-autofocus={index === 0 || undefined}
          currency={currency}
          value={value[currency] ?? ''}
          onChange={(typed) => {
            const { [currency]: _, ...others } = value;
            onChange(typed === '' ? others : { ...others, [currency]: typed });
          }}
        />
      ))}
    </Stack>
  );
}

/** `€50.00 or $55.00`; what is no amount yet as it was typed. */
export function amountsText(amounts: Amounts, or: string): string {
  const texts = Object.entries(amounts).map(([currency, amount]) =>
    /^\d+(\.\d+)?$/.test(amount) ? moneyOf({ amount, currency }) : `${amount} ${currency}`,
  );
  return texts.join(` ${or} `);
}
