import { plural, type Translated } from '../../../../platform/cockpit/text/index.ts';
import type { en } from './en.ts';

export const de: Translated<typeof en> = {
  title: 'Zahlungen',
  about: 'Mit wem der Shop Geld einnimmt und was die Kasse anbietet.',
  nowhere: 'Keine Bestellung kann bezahlt werden',
  nowhereText:
    'Keine Zahlungsart ist eingeschaltet, deren Anbieter eingerichtet ist. Richten Sie einen Anbieter ein und schalten Sie dann eine Zahlungsart ein.',
  noneIn: (market) => `In ${market} kann keine Bestellung bezahlt werden`,
  noneInText: (currency) =>
    `Dort wird in ${currency} keine Zahlungsart angeboten. Kunden sehen eine leere Kasse.`,
  onlyTest: 'Es wird nur Spielgeld angenommen',
  onlyTestText:
    'Die Kasse bietet nur den Testanbieter an: Bestellungen sehen bezahlt aus, und kein Geld kommt.',
  providers: 'Anbieter',
  names: {
    ...{ stripe: 'Stripe', paypal: 'PayPal', worldpay: 'Worldpay', test: 'Testanbieter' },
    ...{ bank_transfer: 'Überweisung', cash_on_delivery: 'Nachnahme' },
  },
  abouts: {
    stripe: 'Karten und Wallets, in der Seite oder auf Stripes eigener Seite.',
    paypal: 'Auf PayPals eigener Seite.',
    worldpay: 'Karten, in der Seite oder auf Worldpays eigener Seite.',
    bank_transfer: 'Kunden überweisen mit einem Verwendungszweck; Sie vermerken das Geld, wenn es kommt.',
    cash_on_delivery: 'Der Zusteller nimmt das Geld an der Tür; Sie vermerken es, wenn es kommt.',
    test: 'Eingebaut, zum Ausprobieren. Nimmt ausgedachte Karten, nie Geld.',
  },
  environments: { test: 'Testmodus', live: 'Live' },
  isSetUp: 'Eingerichtet',
  notSetUp: 'Nicht eingerichtet',
  alwaysThere: 'Immer da',
  setUp: 'Einrichten',
  change: 'Ändern',
  test: 'Verbindung testen',
  testTyped: 'Eingabe testen',
  ways: (count) =>
    count === 0
      ? 'Nicht angeboten'
      : `Angeboten als ${count} ${plural('de', count, { one: 'Zahlungsart', other: 'Zahlungsarten' })}`,
  lastWebhook: 'Letzter Webhook',
  noWebhook: 'Noch kein Webhook gekommen.',
  missing: {
    account: 'Eine Zahlungsart nutzt ihn, aber er ist nicht eingerichtet: Kunden sehen sie nicht.',
    way: 'Eingerichtet, aber keine Zahlungsart nutzt ihn.',
    webhook: 'Noch kein Webhook gekommen. Tragen Sie die Adresse beim Anbieter ein.',
    unreadable:
      'Das Gespeicherte lässt sich nicht mehr öffnen, sein Schlüssel ist fort. Geben Sie es neu ein.',
    play: 'Bestellungen damit sehen bezahlt aus, und kein Geld kommt.',
    twoSecrets: 'Zwei Webhook-Geheimnisse gelten.',
  },
  trial: {
    reached: (name, seconds) => `${name} hat in ${seconds} geantwortet und nimmt diese Zugangsdaten an.`,
    environments: { test: 'Testmodus: kein echtes Geld.', live: 'Live: das Geld ist echt.' },
    wrong: (name, field) => `${name} hat geantwortet, nimmt aber das nicht an: ${field}.`,
    notAllowed: (name) => `${name} kennt das Konto, aber dessen Rechte reichen für einen Shop nicht.`,
    unreachable: (name, why) => `${name} hat nicht geantwortet: ${why}`,
    thisOne: 'Der Anbieter nimmt das nicht an.',
  },
  unknown: 'So etwas gibt es hier nicht',
  credentials: 'Zugangsdaten',
  credentialsText: {
    stripe:
      'Bei Stripe unter Entwickler → API-Schlüssel. Stripe trennt Test- und Live-Schlüssel. Ein eingeschränkter Schlüssel ' +
      'muss Checkout Sessions, Payment Intents, Refunds, Disputes und Files schreiben und Balance und Payouts lesen dürfen.',
    paypal: 'Auf developer.paypal.com unter Apps & Credentials.',
    worldpay: 'Im Worldpay-Dashboard unter Developer tools.',
    bank_transfer: 'Wird Kunden gezeigt, die überweisen, mit Betrag und Verwendungszweck.',
  },
  fields: {
    ...{
      secretKey: 'Geheimer Schlüssel',
      publishableKey: 'Veröffentlichbarer Schlüssel',
      environment: 'Modus',
    },
    ...{ clientId: 'Client-ID', clientSecret: 'Client-Secret', webhookId: 'Webhook-ID' },
    ...{ username: 'Benutzername', password: 'Passwort', entity: 'Entity', checkoutId: 'Checkout-ID' },
    ...{ holder: 'Kontoinhaber', iban: 'IBAN', bic: 'BIC', bank: 'Bank' },
    ...{ webhookSecret: 'Webhook-Geheimnis', keyId: 'ID des Webhook-Geheimnisses' },
  },
  kept: 'Gespeichert. Leer lassen, um es zu behalten',
  optional: 'Freiwillig',
  showTyped: (field) => `Eingabe zeigen: ${field}`,
  stepUpText:
    'Verschlüsselt gespeichert und nie wieder gezeigt. Vor dem Speichern bestätigen Sie, dass Sie es sind.',
  save: 'Speichern',
  saved: (name) => `${name} ist gespeichert`,
  webhooks: 'Webhooks',
  webhooksText: {
    stripe:
      'Tragen Sie diese Adresse bei Stripe unter Entwickler → Webhooks ein, für alle Ereignisse zu Zahlungen und Rückbuchungen.',
    paypal: 'Tragen Sie diese Adresse in Ihrer App bei PayPal als Webhook für alle Ereignisse ein.',
    worldpay: 'Tragen Sie diese Adresse im Worldpay-Dashboard unter Webhooks ein.',
    bank_transfer: '',
  },
  webhookUrl: 'Adresse für Webhooks',
  keepOld: 'Das bisherige neben einem neuen behalten',
  keepOldText: 'Während der Anbieter umstellt, gelten beide, und nichts geht verloren.',
  dropOld: 'Nur noch das neue annehmen',
  dropOldTitle: 'Nur noch das neue Webhook-Geheimnis annehmen?',
  dropOldText: 'Webhooks, die der Anbieter noch mit dem alten unterschreibt, werden ab jetzt abgelehnt.',
  offerAnother: 'Zahlungsart hinzufügen',
  methods: 'Zahlungsarten',
  methodsText: 'Wie die Kasse sie zeigt, von oben nach unten.',
  noMethods: 'Noch keine Zahlungsart',
  noMethodsText:
    'Richten Sie oben einen Anbieter ein und fügen Sie dann eine Zahlungsart hinzu: was Kunden an der Kasse wählen.',
  modes: { in_page: 'In der Seite', redirect: 'Auf der Seite des Anbieters', by_hand: 'Von Hand' },
  modesText: {
    in_page:
      'Felder des Anbieters stehen in Ihrer Kasse. Flüssiger; verlangt für Karten etwas mehr von Ihnen.',
    redirect:
      'Kunden gehen auf die Seite des Anbieters und kommen zurück. Verlangt für Karten am wenigsten von Ihnen.',
    by_hand: 'Das Geld kommt außerhalb des Shops, und jemand vermerkt es.',
  },
  everywhere: 'Alle Märkte',
  capturedLater: 'eingezogen beim Versand',
  isOffered: (name) => `Angeboten: ${name}`,
  turnedOn: (name) => `${name} wird angeboten`,
  turnedOff: (name) => `${name} wird nicht mehr angeboten`,
  between: (min, max) => `${min} bis ${max}`,
  from: (min) => `ab ${min}`,
  upTo: (max) => `bis ${max}`,
  on: 'Angeboten',
  off: 'Aus',
  how: 'Wie Kunden zahlen',
  provider: 'Anbieter',
  mode: 'Wo',
  titles: 'Name an der Kasse',
  titlesText: 'In jeder Sprache des Shops. Fehlt eine, wird der Name einer anderen gezeigt.',
  where: 'Wo sie angeboten wird',
  markets: 'Märkte',
  marketsText: 'Keiner gewählt: alle.',
  min: (currency) => `Bestellungen ab (${currency})`,
  max: (currency) => `Bestellungen bis (${currency})`,
  taking: 'Das Geld einziehen',
  taken: 'Das Geld wird eingezogen',
  atOnce: 'Bei der Bestellung',
  atOnceText: 'Nichts weiter zu tun. Eine Erstattung gibt es zurück.',
  later: 'Wenn die Ware hinausgeht',
  laterText:
    'Erst reserviert, dann von Ihnen eingezogen. Die meisten Reservierungen enden nach etwa einer Woche.',
  offered: 'An der Kasse angeboten',
  madeMethod: 'Die Zahlungsart ist hinzugefügt',
  savedMethod: 'Die Zahlungsart ist gespeichert',
  preview: {
    title: 'Was die Kasse zeigt',
    about: 'Für einen Warenkorb in diesem Markt, und warum die anderen nicht.',
    market: 'Markt',
    language: 'Sprache',
    amount: 'Zu zahlen',
    noAmount: 'Geben Sie einen Betrag ein.',
    none: 'Nichts: dieser Warenkorb kann nicht bezahlt werden.',
    verdicts: {
      off: 'ausgeschaltet',
      other_market: 'nicht in diesem Markt',
      too_little: 'Betrag zu klein',
      too_much: 'Betrag zu groß',
      unsupported_amount: 'Betrag beim Anbieter nicht möglich',
      not_set_up: 'Anbieter nicht eingerichtet',
    },
  },
  cards: {
    title: 'Kartendaten und PCI DSS',
    noCards: 'Es werden keine Karten genommen: nichts zu erklären.',
    questionnaire: (name) => `Ihr Fragebogen: ${name}`,
    where: {
      on_page_of_provider:
        'Karten werden nur auf der Seite des Anbieters eingegeben. Der Shop sieht sie nie.',
      in_fields_of_provider:
        'Karten werden in Feldern des Anbieters eingegeben, die in Ihrer Kasse stehen. Der Shop sieht sie nie, aber seine Seite muss frei von fremden Skripten bleiben: sie wird jeden Tag geprüft.',
      none: 'Karten spielen keine Rolle.',
    },
    more: (count) => `Die ${count} Punkte zeigen, die Sie erklären`,
    less: 'Weniger zeigen',
    neverLooked: 'Die Zahlungsseiten wurden noch nicht angesehen.',
    looked: (at, scripts) =>
      `Angesehen ${at}: ${scripts} ${plural('de', scripts, { one: 'Skript', other: 'Skripte' })}.`,
    notApproved: 'Noch niemand hat sie freigegeben.',
    approved: (by, at) => `Freigegeben von ${by}, ${at}.`,
    findings: (count) =>
      `${count} ${plural('de', count, { one: 'Abweichung ist', other: 'Abweichungen sind' })} anzusehen.`,
    attested: {
      'SAQ A, eligibility':
        'Alles mit Kartendaten ist an einen PCI-DSS-konformen Anbieter ausgelagert; der Shop speichert, verarbeitet und sendet nichts davon, auch nicht auf Papier.',
      '12.8':
        'Es gibt eine Liste der Anbieter mit schriftlicher Vereinbarung; ihre Konformität wird jährlich geprüft.',
      '8.2, 8.3': 'Wer den Shop verwaltet, hat ein eigenes Konto mit zwei Faktoren.',
      '6.3.3': 'Kritische Updates von Shop und Server werden innerhalb eines Monats eingespielt.',
      '11.3.2': 'Der Shop wird alle drei Monate von einem zugelassenen Anbieter (ASV) von außen gescannt.',
      '12.10.1': 'Es gibt einen Plan für den Fall, dass Kartendaten gestohlen sein könnten.',
      'SAQ A r1, eligibility (FAQ 1588)':
        'Der Shop ist nicht anfällig für Angriffe durch Skripte: bestätigt durch das, was er tut (Skriptverzeichnis und Richtlinie wie in 6.4.3, tägliche Prüfung mit Freigaben wie in 11.6.1), oder schriftlich vom Anbieter.',
    },
  },
};
