import { Button } from '@mantine/core';
import { useState } from 'react';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import type { OrderDesk } from '../page/order-desk.ts';
import { orderWords } from '../words.ts';
import { RefundDialog } from './refund-dialog.tsx';

/** Refunds what came back with a return. */
export function RefundButton(props: {
  readonly desk: OrderDesk;
  readonly returned: OrderDesk['returns'][number];
}) {
  const [isOpen, setOpen] = useState(false);
  if (!useMay()('orders:refund')) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{orderWords().acts.refundReturn}</Button>
      {isOpen && <RefundDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}
