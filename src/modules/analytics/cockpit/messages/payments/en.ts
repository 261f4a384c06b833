/** What the reports of payments, tax, discounts and returns name by ids. */
export const payments = {
  answers: {
    payments: 'Can everybody pay who wants to?',
    declines: 'Why do payments come to nothing?',
    payment_fees: 'What do payment providers keep?',
    disputes: 'How many shoppers have their bank take money back?',
    tax: 'What do we owe to whom, to the smallest unit?',
    discounts: 'What do promotions and codes take off, and how large are those orders?',
    refund_reasons: 'Why do goods come back?',
  },
};
