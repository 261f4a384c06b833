import { NumberInput } from '@mantine/core';
import { Slot } from './slot.tsx';

/** A number of pieces in a sentence. */
export function Pieces(props: {
  readonly name: string;
  readonly value: number;
  readonly isOff: boolean;
  readonly onChange: (pieces: number) => void;
}) {
  const { name, value, isOff, onChange } = props;
  return (
    <Slot name={name} text={String(value)} isOff={isOff} width={180}>
      <NumberInput
        label={name}
        data-autofocus
        min={1}
        max={1_000}
        allowDecimal={false}
        value={value}
        onChange={(typed) => Number(typed) >= 1 && onChange(Number(typed))}
      />
    </Slot>
  );
}
