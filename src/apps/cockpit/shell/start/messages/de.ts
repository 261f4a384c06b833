import type { Translated } from '../../../../../platform/cockpit/text/index.ts';
import type { en } from './en.ts';

export const de: Translated<typeof en> = {
  title: 'Shop eröffnen',
  about:
    'Vom leeren Shop zum ersten Verkauf. Jeder Schritt dauert ein, zwei Minuten; Kunden sehen nichts, was Sie nicht selbst hineingestellt haben.',
  canSell: 'Der Shop kann Bestellungen annehmen.',
  cannotSell: 'Noch ein paar Schritte, dann kann der Shop Bestellungen annehmen.',
  progress: (done: number, all: number) => `${done} von ${all} erledigt`,
  done: 'Erledigt',
  open: 'Offen',
  look: 'Ansehen',
  steps: {
    shop: {
      title: 'Den Shop beschreiben',
      text: 'Name, Sitz und Erreichbarkeit: Das steht in der Fußzeile, in Mails und auf Rechnungen.',
      act: 'Beschreiben',
    },
    products: {
      title: 'Produkte einräumen',
      text: 'Eine Datei aus Shopify, WooCommerce, Magento, BigCommerce oder einer Tabelle: Spalten werden erkannt, und nichts ändert sich, bevor Sie es gesehen haben.',
      act: 'Datei importieren',
    },
    delivery: {
      title: 'Sagen, wohin geliefert wird',
      text: 'Eine Zone, eine Versandart und ihr Preis; was Kunden angeboten wird, lässt sich sofort ausprobieren.',
      act: 'Versand einrichten',
    },
    taxes: {
      title: 'Sagen, welche Steuer anfällt',
      text: 'Wo Sie registriert sind; die Sätze der Europäischen Union lassen sich übernehmen.',
      act: 'Steuern einrichten',
    },
    payments: {
      title: 'Zahlungsarten wählen',
      text: 'Mit Karte und Wallets über Stripe, PayPal oder Worldpay, per Überweisung oder bar bei Lieferung.',
      act: 'Zahlung einrichten',
    },
    address: {
      title: 'Dem Shop seine Adresse geben',
      text: 'Die Domain, unter der Kunden ihn finden; Links in Mails führen dorthin.',
      act: 'Domain einrichten',
    },
    order: {
      title: 'Selbst etwas kaufen',
      text: 'Gehen Sie wie ein Kunde zur Kasse und sehen Sie, wie die Bestellung unter Heute ankommt.',
      act: 'Zum Shop',
    },
  },
};
