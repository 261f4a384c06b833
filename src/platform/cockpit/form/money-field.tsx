import { TextInput, type TextInputProps } from '@mantine/core';
import { parseAmount } from './parse-amount.ts';

/**
 * An amount of one currency. The value is a decimal text as the API takes it (`12.50`), never a floating number; what is
 * no amount yet stays as it was typed.
 */
export function MoneyField(
  props: Omit<TextInputProps, 'value' | 'onChange'> & {
    readonly value: string;
    readonly currency: string;
    readonly onChange: (amount: string) => void;
  },
) {
  const { value, currency, onChange, ...rest } = props;
  return (
    <TextInput
      inputMode="decimal"
      autoComplete="off"
      {...rest}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={(event) =>
        onChange(parseAmount(event.currentTarget.value, currency) ?? event.currentTarget.value)
      }
      rightSection={<span aria-hidden>{currency}</span>}
      rightSectionWidth={52}
      styles={{ input: { fontVariantNumeric: 'tabular-nums', textAlign: 'right' } }}
    />
  );
}
