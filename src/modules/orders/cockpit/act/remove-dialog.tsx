import { useDebouncedValue } from '@mantine/hooks';
import { useRead, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { minus } from '../money.ts';
import { linesOf, type OrderDesk } from '../page/order-desk.ts';
import { orderWords } from '../words.ts';
import { Beyond, useBeyond } from './allowance.tsx';
import { Dialog } from './dialog.tsx';
import { chosenOf, QuantityList, useQuantities } from './quantities.tsx';
import { Plan } from './refund-plan.tsx';

/** Takes pieces off before they go out. */
export function RemoveDialog({ desk, onClose }: { readonly desk: OrderDesk; readonly onClose: () => void }) {
  const t = orderWords().acts;
  const { id } = desk.order;
  const lines = linesOf(desk).filter(({ openQuantity }) => openQuantity > 0);
  const [quantities, setQuantity] = useQuantities(lines, (line) => line.openQuantity, false);
  const chosen = chosenOf(quantities);
  const [asked] = useDebouncedValue({ lines: chosen, isRemoval: true }, 150);
  const preview = useRead(
    'previewRefund',
    { params: { id }, body: asked },
    // What is not paid yet is agreed anew for less: nothing goes back.
    { about: ['orders'], isOff: chosen.length === 0 || desk.order.state === 'pending_payment', isKept: true },
  );
  const plan = chosen.length > 0 ? preview.data : undefined;
  const back = plan && minus(plan.amount, plan.reduced);
  const beyond = useBeyond(back);
  const remove = useWrite('removePieces', {
    about: ['orders', 'inventory', 'payments'],
    isTold: true,
    onDone: () => {
      sayDone(t.removed);
      onClose();
    },
  });
  return (
    <Dialog
      title={t.remove}
      about={t.removeText}
      verb={t.removeNow}
      isBusy={remove.isPending}
      isOff={chosen.length === 0 || beyond !== undefined}
      isDangerous
      error={remove.error}
      onDo={() => remove.mutate({ params: { id }, body: { lines: chosen } })}
      onClose={onClose}
    >
      <QuantityList lines={lines} most={(line) => line.openQuantity} of={quantities} onChange={setQuantity} />
      {plan && <Plan of={plan} />}
      {back && beyond && <Beyond why={beyond} amount={back} />}
    </Dialog>
  );
}
