import { Alert, SimpleGrid, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type Told, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { moneyOf } from '../../../../platform/cockpit/text/index.ts';
import type { OrderDesk } from '../page/order-desk.ts';
import { orderWords } from '../words.ts';
import { Dialog } from './dialog.tsx';

type Address = NonNullable<OrderDesk['order']['shippingAddress']>;
type Preview = Told<'previewAddressChange'>;

const FIELDS = ['name', 'company', 'line1', 'line2', 'postalCode', 'city', 'region', 'country'] as const;

/** Sends what is still to be sent elsewhere: first says what that changes in money, then does it. */
export function AddressDialog({ desk, onClose }: { readonly desk: OrderDesk; readonly onClose: () => void }) {
  const t = orderWords().acts;
  const { id, shippingAddress } = desk.order;
  const [address, setAddress] = useState<Partial<Address>>(shippingAddress ?? {});
  const [seen, setSeen] = useState<Preview>();
  const preview = useWrite('previewAddressChange', { about: [], onDone: setSeen });
  const change = useWrite('changeAddress', {
    about: ['orders', 'payments'],
    onDone: () => {
      sayDone(t.addressed);
      onClose();
    },
  });
  const sent = addressOf(address);
  const look = () => preview.mutate({ params: { id }, body: { address: sent } });
  const send = (told: Preview) => {
    const body = { address: sent, ...(told.isElsewhere ? { expectedTotal: told.after.total } : {}) };
    change.mutate({ params: { id }, body });
  };
  return (
    <Dialog
      title={t.addressTitle}
      verb={seen ? t.addressNow : t.preview}
      isBusy={preview.isPending || change.isPending}
      isOff={seen?.settlement === 'more'}
      error={change.error ?? preview.error}
      onDo={() => (seen ? send(seen) : look())}
      onClose={onClose}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        {FIELDS.map((field) => (
          <TextInput
            key={field}
            label={t.fields[field]}
            value={address[field] ?? ''}
            maxLength={field === 'country' ? 2 : 200}
            onChange={(event) => {
              setSeen(undefined);
              setAddress({ ...address, [field]: event.currentTarget.value });
            }}
          />
        ))}
      </SimpleGrid>
      {seen && (
        <Alert mt="md" color={seen.settlement === 'more' ? 'red' : 'accent'} aria-live="polite">
          {textOf(seen)}
        </Alert>
      )}
    </Dialog>
  );
}

function addressOf(address: Partial<Address>) {
  const { name = '', line1 = '', city = '', country = '', ...rest } = address;
  const others = Object.entries(rest).filter(([, value]) => value !== undefined && value !== '');
  return { name, line1, city, country: country.toUpperCase(), ...Object.fromEntries(others) };
}

function textOf({ settlement, difference }: Preview): string {
  const t = orderWords().acts;
  const amount = moneyOf({ ...difference, amount: difference.amount.replace('-', '') });
  if (settlement === 'more') return t.addressMore(amount);
  if (settlement === 'back') return t.addressBack(amount);
  return settlement === 'due' ? t.addressDue(amount) : t.addressSame;
}
