import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { writtenIn } from '../text/index.ts';
import { amountAsWritten, typedAmount } from './parse-amount.ts';

/**
 * An amount of one currency. The value is a decimal text as the API takes it (`12.50`), never a floating number, and is shown with
 * the point or comma of the person's language; what is no amount yet stays as it was typed.
 */
export function MoneyField(
  props: Omit<TextInputProps, 'value' | 'onChange' | 'onBlur'> & {
    readonly value: string;
    readonly currency: string;
    readonly onChange: (amount: string) => void;
  },
) {
  const { value, currency, onChange, ...rest } = props;
  // While somebody types, nothing of it is put another way.
  const [typed, setTyped] = useState<string>();
  const { region } = writtenIn();
  const read = (text: string) => typedAmount(text, currency, region) ?? text;
  return (
    <TextInput
      inputMode="decimal"
      autoComplete="off"
      {...rest}
      value={typed ?? amountAsWritten(value, region)}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        // Enter sends a form before the field is left.
        onChange(read(currentTarget.value));
      }}
      onBlur={() => {
        if (typed !== undefined) onChange(read(typed));
        setTyped(undefined);
      }}
      rightSection={<span aria-hidden>{currency}</span>}
      rightSectionWidth={52}
      styles={{ input: { fontVariantNumeric: 'tabular-nums', textAlign: 'right' } }}
    />
  );
}
