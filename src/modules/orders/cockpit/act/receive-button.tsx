import { Button, NumberInput, Select } from '@mantine/core';
import { useState } from 'react';
import { useRead, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import styles from '../page/order.module.css';
import { linesOf, type OrderDesk, optionsOf } from '../page/order-desk.ts';
import { orderWords } from '../words.ts';
import { Dialog } from './dialog.tsx';

type Returned = OrderDesk['returns'][number];
type Found = Readonly<
  Record<string, { readonly sellableQuantity: number; readonly damagedQuantity: number }>
>;

/** Takes a return in, as it was found. */
export function ReceiveButton({ desk, of }: { readonly desk: OrderDesk; readonly of: Returned }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{orderWords().acts.receive}</Button>
      {isOpen && <ReceiveDialog desk={desk} of={of} onClose={() => setOpen(false)} />}
    </>
  );
}

function ReceiveDialog(props: {
  readonly desk: OrderDesk;
  readonly of: Returned;
  readonly onClose: () => void;
}) {
  const { desk, of, onClose } = props;
  const t = orderWords().acts;
  const places = useRead('listLocations', {}, { about: ['inventory'] });
  const [place, setPlace] = useState<string>();
  const [found, setFound] = useState<Found>(() =>
    Object.fromEntries(
      of.lines.map(({ lineId, quantity }) => [lineId, { sellableQuantity: quantity, damagedQuantity: 0 }]),
    ),
  );
  const locationId = place ?? places.data?.items[0]?.id;
  const receive = useWrite('receiveReturn', {
    about: ['orders', 'inventory'],
    isTold: true,
    onDone: () => {
      sayDone(t.received);
      onClose();
    },
  });
  const send = () => {
    if (locationId === undefined) return;
    const lines = Object.entries(found).map(([lineId, quantities]) => ({ lineId, ...quantities }));
    receive.mutate({ params: { id: desk.order.id, returnId: of.id }, body: { locationId, lines } });
  };
  return (
    <Dialog
      title={t.receiveTitle}
      about={t.receiveText}
      verb={t.receiveNow}
      isBusy={receive.isPending}
      isOff={locationId === undefined}
      error={receive.error}
      onDo={send}
      onClose={onClose}
    >
      <ul className={styles.rows} style={{ marginBottom: 16 }}>
        {of.lines.map((line) => (
          <FoundRow
            key={line.lineId}
            desk={desk}
            line={line}
            found={found[line.lineId] ?? { sellableQuantity: 0, damagedQuantity: 0 }}
            onChange={(next) => setFound({ ...found, [line.lineId]: next })}
          />
        ))}
      </ul>
      <Select
        label={t.place}
        value={locationId ?? null}
        onChange={(value) => setPlace(value ?? undefined)}
        data={(places.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        allowDeselect={false}
      />
    </Dialog>
  );
}

function FoundRow(props: {
  readonly desk: OrderDesk;
  readonly line: Returned['lines'][number];
  readonly found: Found[string];
  readonly onChange: (found: Found[string]) => void;
}) {
  const { desk, line, found, onChange } = props;
  const t = orderWords().acts;
  const sold = linesOf(desk).find(({ id }) => id === line.lineId);
  const name = sold ? `${sold.title} ${optionsOf(sold)}` : '';
  const field = (label: string, key: keyof Found[string], most: number) => (
    <NumberInput
      label={label}
      aria-label={`${label}: ${name}`}
      size="sm"
      w={110}
      min={0}
      max={most}
      allowDecimal={false}
      value={found[key]}
      onChange={(value) => onChange({ ...found, [key]: Math.max(0, Math.min(most, Number(value) || 0)) })}
    />
  );
  return (
    <li className={styles.row}>
      <span>
        <span className={styles.name}>{name}</span>{' '}
        <span className={styles.quiet}>
          {line.quantity} · {t.returnReasons[line.reason]}
        </span>
      </span>
      <span style={{ display: 'flex', gap: 8 }}>
        {field(t.sellable, 'sellableQuantity', line.quantity - found.damagedQuantity)}
        {field(t.damaged, 'damagedQuantity', line.quantity - found.sellableQuantity)}
      </span>
    </li>
  );
}
