import { Select } from '@mantine/core';
import { useState } from 'react';
import type { OrderDesk } from '../page/order-desk.ts';
import { orderWords } from '../words.ts';

export type Reason = OrderDesk['returns'][number]['lines'][number]['reason'];

const REASONS: readonly Reason[] = [
  ...(['changed_mind', 'wrong_size', 'not_as_described', 'damaged', 'faulty', 'wrong_item'] as const),
  ...(['late', 'other'] as const),
];

export function useReason() {
  return useState<Reason>('changed_mind');
}

/** Why something comes back. */
export function ReasonSelect(props: { readonly value: Reason; readonly onChange: (reason: Reason) => void }) {
  const t = orderWords().acts;
  return (
    <Select
      label={t.returnReason}
      value={props.value}
      onChange={(value) => props.onChange(REASONS.find((one) => one === value) ?? 'other')}
      data={REASONS.map((value) => ({ value, label: t.returnReasons[value] }))}
      allowDeselect={false}
    />
  );
}
