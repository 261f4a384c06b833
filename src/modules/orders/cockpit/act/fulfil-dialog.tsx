import { Autocomplete, SimpleGrid, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { linesOf, type OrderDesk } from '../page/order-desk.ts';
import { orderWords } from '../words.ts';
import { Dialog } from './dialog.tsx';
import { chosenOf, QuantityList, useQuantities } from './quantities.tsx';

const CARRIERS = [
  'DHL',
  'DPD',
  'GLS',
  'Hermes',
  'UPS',
  'FedEx',
  'La Poste',
  'Chronopost',
  'Correos',
  'PostNL',
];

/** Hands pieces over as one parcel; an order may go in several. */
export function FulfilDialog({ desk, onClose }: { readonly desk: OrderDesk; readonly onClose: () => void }) {
  const t = orderWords().acts;
  const { order } = desk;
  const lines = linesOf(desk).filter(({ openQuantity }) => openQuantity > 0);
  const [quantities, setQuantity] = useQuantities(lines, (line) => line.openQuantity, true);
  const [carrier, setCarrier] = useState(order.delivery?.carrier?.toUpperCase() ?? '');
  const [trackingNumber, setTracking] = useState('');
  const fulfil = useWrite('fulfilOrder', {
    about: ['orders', 'inventory'],
    isTold: true,
    onDone: () => {
      sayDone(t.shipped(order.number));
      onClose();
    },
  });
  const chosen = chosenOf(quantities);
  return (
    <Dialog
      title={t.fulfil}
      about={t.shipText}
      verb={t.ship}
      isBusy={fulfil.isPending}
      isOff={chosen.length === 0}
      error={fulfil.error}
      onDo={() =>
        fulfil.mutate({ params: { id: order.id }, body: { lines: chosen, carrier, trackingNumber } })
      }
      onClose={onClose}
    >
      <QuantityList lines={lines} most={(line) => line.openQuantity} of={quantities} onChange={setQuantity} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <Autocomplete
          label={t.carrier}
          value={carrier}
          onChange={setCarrier}
          data={CARRIERS}
          maxLength={100}
        />
        <TextInput
          label={t.tracking}
          value={trackingNumber}
          onChange={(event) => setTracking(event.currentTarget.value)}
          maxLength={100}
          autoComplete="off"
          data-autofocus
        />
      </SimpleGrid>
    </Dialog>
  );
}
