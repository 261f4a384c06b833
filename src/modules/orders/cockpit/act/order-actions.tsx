import { Button, Menu } from '@mantine/core';
import { ChevronDown, Package } from 'lucide-react';
import { useState } from 'react';
import { addressOf, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { useMay, useShortcuts } from '../../../../platform/cockpit/state/index.ts';
import { LabelsDialog } from '../label/labels-dialog.tsx';
import { isZero, minus } from '../money.ts';
import { linesOf, mayBe, type OrderDesk } from '../page/order-desk.ts';
import { orderWords } from '../words.ts';
import { AddDialog } from './add-dialog.tsx';
import { AddressDialog } from './address-dialog.tsx';
import { CancelDialog } from './cancel-dialog.tsx';
import { CaptureDialog } from './capture-dialog.tsx';
import { ExchangeDialog } from './exchange-dialog.tsx';
import { FulfilDialog } from './fulfil-dialog.tsx';
import { RefundDialog } from './refund-dialog.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { ReturnDialog } from './return-dialog.tsx';

const DIALOGS = {
  fulfil: FulfilDialog,
  refund: RefundDialog,
  return: ReturnDialog,
  exchange: ExchangeDialog,
  remove: RemoveDialog,
  add: AddDialog,
  address: AddressDialog,
  capture: CaptureDialog,
  labels: LabelsDialog,
  cancel: CancelDialog,
};
type Act = keyof typeof DIALOGS;

/** What may be done about an order now: the next thing as a button, the others in a menu. */
export function OrderActions({ desk }: { readonly desk: OrderDesk }) {
  const t = orderWords();
  const [act, setAct] = useState<Act>();
  const can = useActs(desk);
  const Dialog = act && DIALOGS[act];
  useShortcuts({
    ...(can.fulfil && { f: () => setAct('fulfil') }),
    ...(can.refund && { r: () => setAct('refund') }),
  });
  return (
    <>
      {can.refund && (
        <Button variant="default" onClick={() => setAct('refund')}>
          {t.acts.refund}
        </Button>
      )}
      <MoreMenu desk={desk} can={can} onAct={setAct} />
      {can.capture && !can.fulfil && <Button onClick={() => setAct('capture')}>{t.acts.capture}</Button>}
      {can.fulfil && (
        <Button leftSection={<Package size={14} />} onClick={() => setAct('fulfil')}>
          {t.acts.fulfil}
        </Button>
      )}
      {Dialog && <Dialog desk={desk} onClose={() => setAct(undefined)} />}
    </>
  );
}

function MoreMenu(props: {
  readonly desk: OrderDesk;
  readonly can: Readonly<Record<Act, boolean>>;
  readonly onAct: (act: Act) => void;
}) {
  const { desk, can, onAct } = props;
  const { acts, bulk, labels } = orderWords();
  const may = useMay();
  const { isArchived, order } = desk;
  const archive = useWrite('archiveOrders', { about: ['orders'], onDone: () => sayDone(bulk.archived(1)) });
  const names: readonly (readonly [Act, string])[] = [
    ['capture', acts.capture],
    ['return', acts.returnItems],
    ['exchange', acts.exchange],
    ['add', acts.add],
    ['remove', acts.remove],
    ['address', acts.address],
  ];
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <Button variant="default" rightSection={<ChevronDown size={14} />}>
          {acts.more}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {names
          .filter(([act]) => can[act])
          .map(([act, name]) => (
            <Menu.Item key={act} onClick={() => onAct(act)}>
              {name}
            </Menu.Item>
          ))}
        <Menu.Item component="a" href={addressOf('packingSlipsPdf', { query: { orderId: [order.id] } })}>
          {acts.print}
        </Menu.Item>
        {can.labels && <Menu.Item onClick={() => onAct('labels')}>{labels.one}</Menu.Item>}
        {may('orders:write') && (
          <Menu.Item
            onClick={() => archive.mutate({ body: { orderIds: [order.id], isArchived: !isArchived } })}
          >
            {isArchived ? acts.unarchive : acts.archive}
          </Menu.Item>
        )}
        {can.cancel && (
          <>
            <Menu.Divider />
            <Menu.Item color="red" onClick={() => onAct('cancel')}>
              {acts.cancel}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

/** What the order's state, its pieces and the person's role allow together. */
function useActs(desk: OrderDesk): Readonly<Record<Act, boolean>> {
  const may = useMay();
  const lines = linesOf(desk);
  const { order } = desk;
  const [writes, refunds, reads] = [may('orders:write'), may('orders:refund'), may('contacts:read')];
  const isOpen = lines.some(({ openQuantity }) => openQuantity > 0);
  const isReturnable = lines.some(({ returnableQuantity }) => returnableQuantity > 0);
  const isPaid = !isZero(order.captured) || order.credits.length > 0;
  return {
    fulfil: writes && mayBe(desk, 'fulfil') && isOpen,
    refund: refunds && mayBe(desk, 'refund') && isPaid && lines.some((line) => line.refundableQuantity > 0),
    return: writes && mayBe(desk, 'return') && isReturnable,
    exchange: writes && mayBe(desk, 'exchange') && isReturnable,
    remove: writes && mayBe(desk, 'edit') && isOpen,
    add: writes && mayBe(desk, 'edit'),
    address: writes && reads && mayBe(desk, 'edit') && isOpen && order.shippingAddress !== undefined,
    capture: refunds && mayBe(desk, 'capture') && !isZero(minus(order.authorized, order.captured)),
    labels: order.shippingAddress !== undefined,
    cancel: writes && mayBe(desk, 'cancel'),
  };
}
