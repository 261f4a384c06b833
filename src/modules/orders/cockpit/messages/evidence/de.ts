import type { Translated } from '../../../../../platform/cockpit/text/index.ts';
import type { evidence as en } from './en.ts';

export const evidence: Translated<typeof en> = {
  attach: 'Anhängen',
  takes: (provider, types, each, all, count) =>
    `${provider} nimmt ${types}: bis ${each} je Datei, ${all} insgesamt, höchstens ${count} Dateien.`,
  onePerKind: 'Eine Datei von jeder Art und eine weitere.',
  takesNone: (provider) =>
    `${provider} nimmt zu einer Antwort keine Dateien: Sagen Sie mit Worten, was sie zeigen würden.`,
  providers: {
    ...{ stripe: 'Stripe', paypal: 'PayPal', worldpay: 'Worldpay', test: 'Der Testanbieter' },
    ...{ bank_transfer: 'Überweisung', cash_on_delivery: 'Nachnahme' },
  },
  documents: { invoice: 'Rechnung', packing_slip: 'Lieferscheine' },
  drop: 'Dateien wählen oder hierher ziehen',
  dropHint: 'Eine Unterschrift beim Zusteller, Nachrichten, ein Foto des Pakets …',
  uploading: (name) => `${name} wird übernommen`,
  kindOf: (name) => `Was ${name} zeigt`,
  remove: (name) => `${name} entfernen`,
  kinds: {
    receipt: 'Rechnung oder Quittung',
    shipping_documentation: 'Versandnachweis',
    customer_communication: 'Nachrichten mit dem Kunden',
    customer_signature: 'Unterschrift des Kunden',
    refund_policy: 'Bedingungen für Erstattungen',
    service_documentation: 'Leistungsnachweis',
    other: 'Etwas anderes',
  },
  size: 'Größe der Anhänge',
  used: (used, all) => `${used} von ${all}`,
  wrongType: (name, types) => `„${name}“ ist keine Datei der Art ${types}.`,
  tooLarge: (name, most) => `„${name}“ ist größer als ${most}.`,
  problems: {
    too_large: 'Das ist mehr, als der Anbieter insgesamt nimmt. Nehmen Sie etwas heraus.',
    too_many: 'Das sind mehr Dateien, als der Anbieter nimmt. Nehmen Sie eine heraus.',
    too_many_of_a_kind:
      'Nur eine Art darf eine zweite Datei haben, und nur wenn es „Etwas anderes“ nicht gibt. Nehmen Sie eine heraus.',
  },
  elsewhere: (provider) =>
    `${provider} nimmt Belege nur auf den eigenen Seiten. Melden Sie sich dort an, öffnen Sie die Rückbuchung mit ihrer Nummer und reichen Sie vor der Frist ein, was hier steht.`,
  reference: 'Nummer der Rückbuchung',
  customer: 'Kunde',
  close: 'Schließen',
  show: 'Was gesendet wurde',
  sentBy: (who, when) => `Gesendet von ${who}, ${when}`,
  files: 'Dateien',
  noFiles: 'Es wurden keine Dateien mitgesendet.',
  erased: (when) => `Texte und Dateien wurden am ${when} gelöscht.`,
  notKept: 'Was damals gesendet wurde, ist nicht aufbewahrt.',
};
