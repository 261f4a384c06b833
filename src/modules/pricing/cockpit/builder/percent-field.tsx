import { NumberInput } from '@mantine/core';

/** A percentage, kept in millionths. */
export function PercentField(props: {
  readonly label: string;
  readonly value: number;
  readonly onChange: (rateMillionths: number) => void;
}) {
  const { label, value, onChange } = props;
  return (
    <NumberInput
      label={label}
      data-autofocus
      suffix=" %"
      min={0.01}
      max={100}
      decimalScale={2}
      value={value / 10_000}
      onChange={(typed) => {
        const percent = Number(typed);
        if (percent > 0 && percent <= 100) onChange(Math.round(percent * 10_000));
      }}
    />
  );
}
