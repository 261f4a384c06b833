import type { RowOf } from '../../../platform/cockpit/api/index.ts';
import { StateBadge, type Tone } from '../../../platform/cockpit/value/index.ts';
import { orderWords } from './words.ts';

type Row = RowOf<'listOrders'>;

const PAYMENT: Readonly<Record<Row['paymentState'], Tone>> = {
  ...{ pending: 'waiting', authorized: 'active', partly_paid: 'waiting', paid: 'good' },
  ...{ partly_refunded: 'neutral', refunded: 'neutral', voided: 'neutral' },
};

const FULFILMENT: Readonly<Record<Row['fulfilmentState'], Tone>> = {
  ...{ none: 'neutral', open: 'waiting', partly_fulfilled: 'waiting', fulfilled: 'active' },
  ...{ delivered: 'good', returned: 'neutral' },
};

const STATE: Readonly<Record<Row['state'], Tone>> = {
  ...{ pending_payment: 'waiting', authorized: 'active', paid: 'good', partly_fulfilled: 'waiting' },
  ...{ fulfilled: 'active', delivered: 'good', partly_refunded: 'neutral', refunded: 'neutral' },
  ...{ returned: 'neutral', cancelled: 'bad' },
};

export function PaymentBadge({ of }: { readonly of: Row['paymentState'] }) {
  return <StateBadge tone={PAYMENT[of]}>{orderWords().payments[of]}</StateBadge>;
}

export function FulfilmentBadge({ of }: { readonly of: Row['fulfilmentState'] }) {
  return <StateBadge tone={FULFILMENT[of]}>{orderWords().fulfilments[of]}</StateBadge>;
}

export function OrderStateBadge({ of }: { readonly of: Row['state'] }) {
  return <StateBadge tone={STATE[of]}>{orderWords().states[of]}</StateBadge>;
}
