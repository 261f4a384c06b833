import type { Translated } from '../../../../../platform/cockpit/text/index.ts';
import type { payments as en } from './en.ts';

export const payments: Translated<typeof en> = {
  answers: {
    payments: 'Tous ceux qui veulent payer le peuvent-ils ?',
    declines: 'Pourquoi des paiements n’aboutissent-ils pas ?',
    payment_fees: 'Que retiennent les prestataires de paiement ?',
    disputes: 'Combien de clients font reprendre l’argent par leur banque ?',
    tax: 'Que devons-nous à qui, à l’unité près ?',
    discounts: 'Que retirent promotions et codes, et quelle est la taille de ces commandes ?',
    refund_reasons: 'Pourquoi des articles reviennent-ils ?',
  },
};
