/** The job that asks a provider how a payment stands. */
export const SETTLE_PAYMENT = 'orders.settle_payment';
