import { Group, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { problemsByField } from '../../../../platform/cockpit/form/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { ItemCell } from '../item-cell.tsx';
import { purchasingWords } from '../words.ts';
import { FormFrame, type FormProps } from './form-frame.tsx';

/** How many of each line become an order of their own, and when those are to come. */
export function SplitForm({ order, close }: FormProps) {
  const t = purchasingWords();
  const [moved, setMoved] = useState<Readonly<Record<string, number>>>({});
  const [day, setDay] = useState('');
  const split = useWrite('splitPurchaseOrder', {
    ...{ about: ['purchasing'], isTold: true },
    onDone: () => {
      sayDone(t.split.done);
      close();
    },
  });
  const lines = Object.entries(moved).flatMap(([lineId, quantity]) =>
    quantity > 0 ? [{ lineId, quantity }] : [],
  );
  const pieces = order.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const taken = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const part = { lines, ...(day === '' ? {} : { expectedOn: day }) };
  return (
    <FormFrame
      about={t.split.text}
      problem={Object.values(problemsByField(split.error))[0]}
      verb={t.split.act}
      isReady={taken > 0 && taken < pieces}
      isBusy={split.isPending}
      onDo={() => split.mutate({ params: { id: order.id }, body: { parts: [part] } })}
      close={close}
    >
      <TextInput
        type="date"
        label={t.split.day}
        value={day}
        onChange={(event) => setDay(event.currentTarget.value)}
      />
      <Stack gap="xs">
        {order.lines.map(({ id, item, sku, quantity }) => (
          <Group key={id} justify="space-between" gap="xs">
            <ItemCell item={item} sku={sku} />
            <Group gap="xs" wrap="nowrap">
              <NumberInput
                size="xs"
                w={90}
                aria-label={`${t.quantity}: ${item?.title ?? t.gone}`}
                value={moved[id] ?? 0}
                min={0}
                max={quantity}
                allowDecimal={false}
                onChange={(typed) => setMoved({ ...moved, [id]: Number(typed) || 0 })}
              />
              <Text size="xs" c="dimmed">
                {t.split.of(quantity)}
              </Text>
            </Group>
          </Group>
        ))}
      </Stack>
    </FormFrame>
  );
}
