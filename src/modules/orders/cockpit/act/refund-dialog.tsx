import { Alert, Checkbox, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { type Told, useRead, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { MoneyField, parseAmount } from '../../../../platform/cockpit/form/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { useSession } from '../../../../platform/cockpit/state/index.ts';
import { moneyOf } from '../../../../platform/cockpit/text/index.ts';
import { isZero, moneyFrom } from '../money.ts';
import styles from '../page/order.module.css';
import { linesOf, type OrderDesk } from '../page/order-desk.ts';
import { orderWords } from '../words.ts';
import { Dialog } from './dialog.tsx';
import { chosenOf, QuantityList, useQuantities } from './quantities.tsx';

/** Gives money back by the piece; what it comes to and the way it goes is shown as it is chosen. */
export function RefundDialog(props: {
  readonly desk: OrderDesk;
  readonly onClose: () => void;
  /** What came back, and is refunded by this. */
  readonly returned?: OrderDesk['returns'][number];
}) {
  const { desk, onClose, returned } = props;
  const t = orderWords().acts;
  const { order } = desk;
  const came = (id: string) => {
    const line = returned?.lines.find(({ lineId }) => lineId === id);
    return line === undefined ? 0 : line.sellableQuantity + line.damagedQuantity;
  };
  const most = ({ id, refundableQuantity }: { readonly id: string; readonly refundableQuantity: number }) =>
    returned === undefined ? refundableQuantity : Math.min(refundableQuantity, came(id));
  const lines = linesOf(desk).filter((line) => most(line) > 0);
  const [quantities, setQuantity] = useQuantities(lines, most, returned !== undefined);
  const [withDelivery, setWithDelivery] = useState(false);
  const [goodwill, setGoodwill] = useState('');
  const [means, setMeans] = useState<'original' | 'store_credit'>('original');
  const [reason, setReason] = useState('');
  const amount = parseAmount(goodwill, order.currency);
  const isGoodwill = amount !== undefined && !/^-|^0(\.0*)?$/.test(amount);
  const body = {
    ...{ lines: chosenOf(quantities), withDelivery, means },
    ...(isGoodwill ? { goodwill: { amount, currency: order.currency } } : {}),
  };
  const isEmpty = body.lines.length === 0 && !withDelivery && !isGoodwill;
  const [asked] = useDebouncedValue(body, 150);
  const preview = useRead(
    'previewRefund',
    { params: { id: order.id }, body: asked },
    { about: ['orders'], isOff: isEmpty, isKept: true },
  );
  const refund = useWrite('refundOrder', {
    about: ['orders', 'payments'],
    onDone: () => {
      sayDone(t.refundedNow(preview.data ? moneyOf(preview.data.amount) : ''));
      onClose();
    },
  });
  const over = useOverLimit(preview.data);
  const send = () => {
    const why = { reason, ...(returned ? { returnId: returned.id } : {}) };
    refund.mutate({ params: { id: order.id }, body: { ...body, ...why } });
  };
  return (
    <Dialog
      title={t.refund}
      verb={preview.data && !isEmpty ? t.refundNow(moneyOf(preview.data.amount)) : t.refundEmpty}
      isBusy={refund.isPending}
      isOff={isEmpty || reason.trim() === '' || preview.error !== null || over !== undefined}
      isDangerous
      error={refund.error ?? (isEmpty ? null : preview.error)}
      onDo={send}
      onClose={onClose}
    >
      <QuantityList lines={lines} most={most} of={quantities} onChange={setQuantity} />
      <Stack gap="sm">
        {!isZero(order.totals.delivery) && (
          <Checkbox
            label={t.withDelivery(moneyOf(order.totals.delivery))}
            checked={withDelivery}
            onChange={(event) => setWithDelivery(event.currentTarget.checked)}
          />
        )}
        <MoneyField
          label={t.goodwill}
          description={t.goodwillHint}
          currency={order.currency}
          value={goodwill}
          onChange={setGoodwill}
        />
        {order.customerId !== undefined && (
          <SegmentedControl
            aria-label={t.means}
            value={means}
            onChange={(value) => setMeans(value === 'store_credit' ? 'store_credit' : 'original')}
            data={[
              { value: 'original', label: t.original },
              { value: 'store_credit', label: t.credit },
            ]}
          />
        )}
        <TextInput
          label={t.reason}
          description={t.reasonHint}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={500}
          required
        />
        {preview.data && !isEmpty && <Plan of={preview.data} />}
        {over !== undefined && <Alert color="red">{t.overLimit(over)}</Alert>}
        {returned === undefined && <div className={styles.quiet}>{t.restock}</div>}
      </Stack>
    </Dialog>
  );
}

/** What goes back, and the way it goes. */
export function Plan({ of }: { readonly of: Told<'previewRefund'> }) {
  const t = orderWords().acts;
  const parts = [
    [t.goods, of.goods],
    [orderWords().page.delivery, of.delivery],
    [t.goodwill, of.goodwill],
  ] as const;
  const ways = [
    [t.overPayments, of.payment],
    [t.toGiftCard, of.giftCard],
    [t.toCredit, of.storeCredit],
    [t.offDue, of.reduced],
  ] as const;
  return (
    <section aria-label={t.goesBack} aria-live="polite" className={styles.plan}>
      <dl className={styles.sums}>
        {parts
          .filter(([, amount]) => !isZero(amount))
          .map(([name, amount]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{moneyOf(amount)}</dd>
            </div>
          ))}
        <div data-strong data-line>
          <dt>{t.goesBack}</dt>
          <dd>{moneyOf(of.amount)}</dd>
        </div>
        {ways
          .filter(([, amount]) => !isZero(amount))
          .map(([name, amount]) => (
            <div key={name} data-quiet>
              <dt>{name}</dt>
              <dd>{moneyOf(amount)}</dd>
            </div>
          ))}
        <div data-quiet>
          <dt>{t.taxWithin}</dt>
          <dd>{moneyOf(of.tax)}</dd>
        </div>
      </dl>
    </section>
  );
}

/** The limit of the person's role, where this is beyond it. */
function useOverLimit(plan: Told<'previewRefund'> | undefined): string | undefined {
  const limit = useSession().limits['orders:refund'];
  if (plan === undefined || limit === undefined || limit.currency !== plan.amount.currency) return undefined;
  return moneyFrom(plan.amount).minor > moneyFrom(limit).minor ? moneyOf(limit) : undefined;
}
