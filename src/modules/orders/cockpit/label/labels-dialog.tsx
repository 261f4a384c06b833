import { useState } from 'react';
import { Dialog } from '../act/dialog.tsx';
import type { OrderDesk } from '../page/order-desk.ts';
import { orderWords } from '../words.ts';
import { LabelChoice } from './label-choice.tsx';
import { useLabels } from './use-labels.ts';

/** The label of what an order still has to send, or of its last parcel. */
export function LabelsDialog({ desk, onClose }: { readonly desk: OrderDesk; readonly onClose: () => void }) {
  const { labels: t } = orderWords();
  const [startAt, setStartAt] = useState(1);
  const { size, choose, print, isBusy, error } = useLabels({ orderIds: [desk.order.id] }, onClose);
  return (
    <Dialog
      title={t.one}
      about={t.about}
      verb={t.make}
      size="sm"
      isBusy={isBusy}
      error={error}
      onDo={() => print(startAt)}
      onClose={onClose}
    >
      <LabelChoice
        {...{ size, startAt, onStartAt: setStartAt }}
        onSize={(chosen) => {
          choose(chosen);
          setStartAt(1);
        }}
      />
    </Dialog>
  );
}
