import { Stack } from '@mantine/core';
import { useState } from 'react';
import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import type { OrderDesk } from '../page/order-desk.ts';
import { orderWords } from '../words.ts';
import { Dialog } from './dialog.tsx';
import { ItemPicker, type Picked } from './item-picker.tsx';
import { LinkedMade, type LinkedOrder } from './linked-made.tsx';
import { LinkedSums } from './linked-sums.tsx';

/** Adds goods, as an order of its own that travels with this one, and shows the link by which it is paid. */
export function AddDialog({ desk, onClose }: { readonly desk: OrderDesk; readonly onClose: () => void }) {
  const t = orderWords().acts;
  const [picked, setPicked] = useState<readonly Picked[]>([]);
  const [made, setMade] = useState<LinkedOrder>();
  const add = useWrite('addToOrder', { about: ['orders', 'inventory'], isTold: true, onDone: setMade });
  const lines = picked.map(({ variantId, quantity }) => ({ variantId, quantity }));
  if (made) return <LinkedMade made={made} onClose={onClose} />;
  return (
    <Dialog
      title={t.addTitle}
      about={t.addText}
      verb={t.addNow}
      isBusy={add.isPending}
      isOff={lines.length === 0}
      error={add.error}
      onDo={() => add.mutate({ params: { id: desk.order.id }, body: { lines } })}
      onClose={onClose}
    >
      <Stack gap="sm">
        <ItemPicker label={orderWords().page.items} value={picked} onChange={setPicked} />
        <LinkedSums picked={picked} currency={desk.order.currency} />
      </Stack>
    </Dialog>
  );
}
