import { useState } from 'react';
import { type Asking, type Told, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { problemsByField } from '../../../../platform/cockpit/form/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import type { OrderDesk } from '../page/order-desk.ts';
import { orderWords } from '../words.ts';
import { AddressFields, addressSent, type TypedAddress } from './address-fields.tsx';
import { AddressOutcome } from './address-outcome.tsx';
import { Dialog } from './dialog.tsx';

type Seen = Told<'previewAddressChange'>;
const WEEK = '7';

/**
 * Sends what is still to be sent elsewhere: says first what that changes in money, then does it, or where it costs more
 * than was paid, asks whoever ordered.
 */
export function AddressDialog({ desk, onClose }: { readonly desk: OrderDesk; readonly onClose: () => void }) {
  const t = orderWords().address;
  const { id, shippingAddress } = desk.order;
  const [typed, setTyped] = useState<TypedAddress>(shippingAddress ?? {});
  const [seen, setSeen] = useState<Seen>();
  const [days, setDays] = useState(WEEK);
  const [by, setBy] = useState<string>();
  const about = ['orders', 'payments'];
  const done = (text: string) => () => {
    sayDone(text);
    onClose();
  };
  const preview = useWrite('previewAddressChange', { about: [], isTold: true, onDone: setSeen });
  const change = useWrite('changeAddress', { about, isTold: true, onDone: done(t.changed) });
  const propose = useWrite('proposeAddressChange', { about, isTold: true, onDone: done(t.sent) });
  const error = preview.error ?? change.error ?? propose.error;
  const address = addressSent(typed);
  const look = (deliveryOptionId?: string) => {
    const asked = deliveryOptionId === undefined ? {} : { deliveryOptionId };
    setBy(deliveryOptionId);
    preview.mutate({ params: { id }, body: { address, ...asked } });
  };
  const send = ({ isElsewhere, after, delivery, settlement }: Seen) => {
    const option = delivery === undefined || !isElsewhere ? {} : { deliveryOptionId: delivery.id };
    const asked = { address, ...option };
    if (settlement === 'more') {
      const body = { ...asked, expectedTotal: after.total, daysOpen: Number(days) };
      return propose.mutate({ params: { id }, body });
    }
    const body: Asking<'changeAddress'>['body'] = isElsewhere
      ? { ...asked, expectedTotal: after.total }
      : asked;
    return change.mutate({ params: { id }, body });
  };
  const verb = seen === undefined ? t.look : seen.settlement === 'more' ? t.send : t.change;
  const problems = problemsByField(error);
  const isAtField = Object.keys(problems).some((field) => field.startsWith('address.'));
  return (
    <Dialog
      title={t.title}
      verb={verb}
      isBusy={preview.isPending || change.isPending || propose.isPending}
      error={isAtField ? null : error}
      onDo={() => (seen === undefined ? look() : send(seen))}
      onClose={onClose}
      {...(seen && { keep: t.again, onBack: () => setSeen(undefined) })}
    >
      {seen ? (
        <AddressOutcome
          desk={desk}
          to={typed}
          seen={seen}
          days={days}
          onDays={setDays}
          by={by}
          onDelivery={look}
        />
      ) : (
        <AddressFields value={typed} problems={problems} onChange={setTyped} />
      )}
    </Dialog>
  );
}
