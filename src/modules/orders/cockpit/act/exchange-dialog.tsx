import { SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useRead, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { linesOf, type OrderDesk } from '../page/order-desk.ts';
import { orderWords } from '../words.ts';
import { Dialog } from './dialog.tsx';
import { ItemPicker, type Picked } from './item-picker.tsx';
import { LinkedMade, type LinkedOrder } from './linked-made.tsx';
import { LinkedSums } from './linked-sums.tsx';
import { chosenOf, QuantityList, useQuantities } from './quantities.tsx';
import { ReasonSelect, useReason } from './reason-select.tsx';

/** Takes pieces back for others. */
export function ExchangeDialog({
  desk,
  onClose,
}: {
  readonly desk: OrderDesk;
  readonly onClose: () => void;
}) {
  const t = orderWords().acts;
  const lines = linesOf(desk).filter(({ returnableQuantity }) => returnableQuantity > 0);
  const [quantities, setQuantity] = useQuantities(lines, (line) => line.returnableQuantity, false);
  const [reason, setReason] = useReason();
  const [picked, setPicked] = useState<readonly Picked[]>([]);
  const [sends, setSends] = useState<'at_once' | 'on_receipt'>('on_receipt');
  const [made, setMade] = useState<LinkedOrder>();
  const about = ['orders', 'inventory'];
  const exchange = useWrite('exchangePieces', { about, isTold: true, onDone: setMade });
  const chosen = chosenOf(quantities);
  const worth = useRead(
    'previewRefund',
    { params: { id: desk.order.id }, body: { lines: chosen } },
    { about: ['orders'], isOff: chosen.length === 0, isKept: true },
  );
  const returned = chosen.map((line) => ({ ...line, reason }));
  const wanted = picked.map(({ variantId, quantity }) => ({ variantId, quantity }));
  if (made) return <LinkedMade made={made} onClose={onClose} />;
  return (
    <Dialog
      title={t.exchangeTitle}
      about={t.exchangeText}
      verb={t.exchangeNow}
      isBusy={exchange.isPending}
      isOff={returned.length === 0 || wanted.length === 0}
      error={exchange.error}
      onDo={() => exchange.mutate({ params: { id: desk.order.id }, body: { returned, wanted, sends } })}
      onClose={onClose}
    >
      <Text size="sm" fw={560} mb="xs">
        {t.comesBack}
      </Text>
      <QuantityList
        lines={lines}
        most={(line) => line.returnableQuantity}
        of={quantities}
        onChange={setQuantity}
      />
      <Stack gap="sm">
        <ReasonSelect value={reason} onChange={setReason} />
        <ItemPicker label={t.goesOut} value={picked} onChange={setPicked} />
        <LinkedSums
          picked={picked}
          currency={desk.order.currency}
          credit={chosen.length === 0 ? undefined : worth.data?.amount}
        />
        <div>
          <Text size="sm" fw={500} mb={4}>
            {t.sends}
          </Text>
          <SegmentedControl
            aria-label={t.sends}
            value={sends}
            onChange={(value) => setSends(value === 'at_once' ? 'at_once' : 'on_receipt')}
            data={[
              { value: 'on_receipt', label: t.on_receipt },
              { value: 'at_once', label: t.at_once },
            ]}
          />
        </div>
      </Stack>
    </Dialog>
  );
}
