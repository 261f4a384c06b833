import type { Translated } from '../../../../../platform/cockpit/text/index.ts';
import type { payments as en } from './en.ts';

export const payments: Translated<typeof en> = {
  answers: {
    payments: 'Kann jeder bezahlen, der es will?',
    declines: 'Warum wird aus Zahlungen nichts?',
    payment_fees: 'Was behalten Zahlungsanbieter?',
    disputes: 'Wie viele Käufer lassen Geld von ihrer Bank zurückholen?',
    tax: 'Was schulden wir wem, auf die kleinste Einheit?',
    discounts: 'Was nehmen Aktionen und Codes weg, und wie groß sind diese Bestellungen?',
    refund_reasons: 'Warum kommt Ware zurück?',
  },
};
