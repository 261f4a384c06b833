import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { linesOf, type OrderDesk } from '../page/order-desk.ts';
import { orderWords } from '../words.ts';
import { Dialog } from './dialog.tsx';
import { chosenOf, QuantityList, useQuantities } from './quantities.tsx';
import { ReasonSelect, useReason } from './reason-select.tsx';

/** Announces what a shopper said they send back. */
export function ReturnDialog({ desk, onClose }: { readonly desk: OrderDesk; readonly onClose: () => void }) {
  const t = orderWords().acts;
  const lines = linesOf(desk).filter(({ returnableQuantity }) => returnableQuantity > 0);
  const [quantities, setQuantity] = useQuantities(lines, (line) => line.returnableQuantity, false);
  const [reason, setReason] = useReason();
  const request = useWrite('requestReturn', {
    about: ['orders'],
    isTold: true,
    onDone: () => {
      sayDone(t.announced);
      onClose();
    },
  });
  const chosen = chosenOf(quantities).map((line) => ({ ...line, reason }));
  return (
    <Dialog
      title={t.returnTitle}
      verb={t.announce}
      isBusy={request.isPending}
      isOff={chosen.length === 0}
      error={request.error}
      onDo={() => request.mutate({ params: { id: desk.order.id }, body: { lines: chosen } })}
      onClose={onClose}
    >
      <QuantityList
        lines={lines}
        most={(line) => line.returnableQuantity}
        of={quantities}
        onChange={setQuantity}
      />
      <ReasonSelect value={reason} onChange={setReason} />
    </Dialog>
  );
}
