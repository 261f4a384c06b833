import { useState } from 'react';
import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { moneyOf } from '../../../../platform/cockpit/text/index.ts';
import type { OrderDesk } from '../page/order-desk.ts';
import { orderWords } from '../words.ts';
import { Dialog } from './dialog.tsx';
import { ItemPicker, type Picked } from './item-picker.tsx';

/** Adds goods, as an order of its own that travels with this one. */
export function AddDialog({ desk, onClose }: { readonly desk: OrderDesk; readonly onClose: () => void }) {
  const t = orderWords().acts;
  const [picked, setPicked] = useState<readonly Picked[]>([]);
  const add = useWrite('addToOrder', {
    about: ['orders', 'inventory'],
    onDone: ({ number, due }) => {
      sayDone(t.added(number, moneyOf(due)));
      onClose();
    },
  });
  const lines = picked.map(({ variantId, quantity }) => ({ variantId, quantity }));
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
      <ItemPicker label={orderWords().page.items} value={picked} onChange={setPicked} />
    </Dialog>
  );
}
