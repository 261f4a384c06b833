import { SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useRead, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { moneyOf } from '../../../../platform/cockpit/text/index.ts';
import { Dialog } from '../act/dialog.tsx';
import { type OrderDesk, optionsOf } from '../page/order-desk.ts';
import { orderWords } from '../words.ts';
import { disputeReason } from './dispute-reason.ts';
import type { DisputeRow } from './dispute-row.ts';

/** Answers a dispute with what the shop knows of the order; what is known is filled in. */
export function EvidenceDialog({ of, onClose }: { readonly of: DisputeRow; readonly onClose: () => void }) {
  const { disputes: t, acts } = orderWords();
  const desk = useRead('readOrderDesk', { params: { id: of.orderId } }, { about: ['orders'] });
  const [product, setProduct] = useState<string>();
  const [explanation, setExplanation] = useState('');
  const known = desk.data && knownOf(desk.data);
  const productDescription = product ?? known?.productDescription ?? '';
  const contest = useWrite('contestDispute', {
    about: ['payments', 'orders'],
    isTold: true,
    onDone: () => {
      sayDone(t.sent);
      onClose();
    },
  });
  return (
    <Dialog
      title={t.answerTitle}
      about={t.answerText(moneyOf(of.amount), disputeReason(of.reason))}
      verb={t.send}
      isBusy={contest.isPending}
      isOff={known === undefined || productDescription.trim() === '' || explanation.trim() === ''}
      error={contest.error ?? desk.error}
      onDo={() => {
        if (known === undefined) return;
        const body = { ...known, productDescription, explanation };
        contest.mutate({ params: { id: of.id }, body });
      }}
      onClose={onClose}
    >
      <Stack gap="sm">
        <Textarea
          label={t.product}
          value={productDescription}
          onChange={(event) => setProduct(event.currentTarget.value)}
          maxLength={2_000}
          autosize
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <TextInput label={acts.carrier} value={known?.carrier ?? ''} readOnly />
          <TextInput label={acts.tracking} value={known?.trackingNumber ?? ''} readOnly />
        </SimpleGrid>
        <Textarea
          label={t.explanation}
          value={explanation}
          onChange={(event) => setExplanation(event.currentTarget.value)}
          maxLength={5_000}
          autosize
          minRows={4}
          data-autofocus
        />
      </Stack>
    </Dialog>
  );
}

/** What the order says by itself. */
function knownOf({ order, fulfilments }: OrderDesk) {
  const [parcel] = fulfilments;
  const text = (address: OrderDesk['order']['billingAddress'] | undefined) =>
    address === undefined ? '' : Object.values(address).filter(Boolean).join(', ');
  return {
    productDescription: order.lines
      .map((line) => [`${line.quantity} × ${line.title}`, optionsOf(line)].filter(Boolean).join(' '))
      .join(', '),
    customerName: order.billingAddress.name,
    customerEmail: order.email ?? '',
    billingAddress: text(order.billingAddress),
    shippingAddress: text(order.shippingAddress),
    carrier: parcel?.carrier ?? '',
    trackingNumber: parcel?.trackingNumber ?? '',
    ...(parcel ? { shippedOn: parcel.shippedAt.slice(0, 10) } : {}),
  };
}
