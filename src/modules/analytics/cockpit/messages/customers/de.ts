import type { Translated } from '../../../../../platform/cockpit/text/index.ts';
import type { customers as en } from './en.ts';

export const customers: Translated<typeof en> = {
  answers: {
    second_orders: 'Wie lange dauert es, bis Kunden wieder bestellen?',
    customer_segments: 'Wer sind unsere besten Kunden, und wen verlieren wir?',
    customer_cells: 'Wie lange ist der letzte Kauf her, und wie oft kaufen Kunden?',
  },
  title: 'Kundenanalyse',
  spans: {
    year: 'Letzte 12 Monate',
    two_years: 'Letzte 24 Monate',
    all: 'Letzte zehn Jahre',
  },
  people: 'Kunden',
  peopleNote: 'die in diesen Tagen bestellt haben',
  repeatRate: 'Mehrfach bestellt',
  repeatNote: 'der Kunden',
  returningShare: 'Von Stammkunden',
  returningNote: 'der Bestellungen',
  worthEach: 'Wert in den nächsten 12 Monaten',
  worthEachNote: 'je Kunde',
  notKnown: 'noch nicht bekannt',
  segmentsTitle: 'Wer sie sind',
  segmentsAbout:
    'Danach, wann zuletzt und wie oft sie bestellt haben. Wählen Sie eine Gruppe oder ein Feld, um die Bestellungen zu sehen.',
  does: {
    champions: 'Haben gerade erst und oft gekauft',
    loyal: 'Kaufen oft',
    potential_loyalists: 'Haben kürzlich und mehr als einmal gekauft',
    new: 'Haben gerade zum ersten Mal gekauft',
    promising: 'Haben vor nicht langer Zeit einmal gekauft',
    need_attention: 'In allem mittendrin',
    about_to_sleep: 'Haben wenig gekauft, vor einiger Zeit',
    at_risk: 'Haben oft gekauft, aber lange nicht mehr',
    cannot_lose: 'Haben am häufigsten gekauft und aufgehört',
    hibernating: 'Haben wenig gekauft, vor langer Zeit',
  },
  lastOrder: (from: string, to: string) => `letzte Bestellung vor ${from} bis ${to} Tagen`,
  ordersCount: (from: string, to: string) =>
    from === to ? `${from} × bestellt` : `${from} bis ${to} × bestellt`,
  ordersElsewhere: (customers: string, shops: string) =>
    `${customers} von ihnen haben bei ${shops} bestellt, bevor es hierher kam. Ein Segment findet, wer ein Konto hat oder in diesem Shop bestellt hat: von den anderen gibt es keine Adresse, an die man schreiben könnte.`,
  makeSegment: 'Ein Segment daraus machen',
  cell: (customers: string, recency: string, frequency: string) =>
    `${customers} Kunden: Aktualität ${recency} von 5, Häufigkeit ${frequency} von 5`,
  grid: 'Kunden nach Aktualität und Häufigkeit',
  lately: 'kürzlich',
  longAgo: 'lange her',
  rarely: 'selten',
  often: 'oft',
  worth: 'Was sie wert sein werden',
  worthAbout: 'Erwarteter Nettoumsatz der nächsten 12 Monate, nach dem, was jeder Kunde bisher bestellt hat.',
  worthHow:
    'BG/NBD dafür, wie oft, Gamma-Gamma dafür, wie viel. Geld ein Jahr später zählt ein Zehntel weniger. Wer einmal bestellt hat, von dem weiß es nicht, ob er gegangen ist. Jahreszeiten sind nicht berücksichtigt: die kommenden Monate gelten als wie die vergangenen.',
  allCustomers: 'Alle Kunden',
  ordered: (from: string, to: string | undefined) =>
    to === undefined
      ? `${from}-mal und öfter bestellt`
      : from !== to
        ? `${from}- bis ${to}-mal bestellt`
        : from === '1'
          ? 'Einmal bestellt'
          : `${from}-mal bestellt`,
  group: 'Kunden, die',
  alive: 'Noch Kunde',
  expected: 'Erwartete Bestellungen',
  eachWorth: 'Wert je Kunde',
  togetherWorth: 'Zusammen',
  between: (low: string, high: string, sure: string) => `${low} bis ${high}, zu ${sure} sicher`,
  calibration: 'Hat es früher gestimmt?',
  calibrationAbout: (days: string, predicted: string, actual: string) =>
    `Die letzten ${days} Tage, vorhergesagt aus den Tagen davor: ${predicted} Bestellungen erwartet, ${actual} gekommen.`,
  foretold: 'Vorhergesagt',
  came: 'Gekommen',
  repeats: 'Wiederholte Bestellungen davor',
  ordersEach: 'Bestellungen je Kunde',
  parameters: 'Parameter der Modelle',
  standardError: 'Standardfehler',
  correlation: (value: string) =>
    `Wie viel und wie oft hängen mit ${value} zusammen; nahe 0 gilt das Modell der Ausgaben.`,
  nobodyLeaves: 'Diese Bestellungen lassen nicht erkennen, dass jemand für immer geht.',
  tooFew: 'Zu wenige Kunden für eine Aussage',
  tooFewText: (customers: string, repeaters: string) =>
    `Es gibt ${customers} Kunden, von denen ${repeaters} an zwei oder mehr Tagen bestellt haben. Es braucht 50, davon 20.`,
  noFit: 'Die Bestellungen passen zu keinem Modell',
  noFitText:
    'Wie diese Kunden bestellen oder ausgeben, ist zu verschieden von dem, was die Modelle voraussetzen. Wählen Sie eine längere Zeit.',
  workingOut: 'Wird berechnet: bei vielen Kunden dauert das einige Sekunden.',
  second: 'Bis zur zweiten Bestellung',
  secondAbout:
    'Von Kunden mit ihrer ersten Bestellung in diesen Tagen. Wer noch nicht wieder bestellt hat, zählt so lange, wie er bekannt ist.',
  half: (days: string) => `Die Hälfte hat nach ${days} Tagen wieder bestellt`,
  halfBetween: (low: string, high: string) => `wahrscheinlich ${low} bis ${high} Tage`,
  halfFrom: (low: string) => `wahrscheinlich ${low} Tage oder mehr`,
  notHalf: 'Weniger als die Hälfte hat wieder bestellt',
  within: (days: string) => `in ${days} Tagen`,
  daysAfter: 'Tage nach der ersten Bestellung',
  orderedAgain: 'Wieder bestellt',
  byTime: 'Bestellungen nach Dauer ansehen',
  cohorts: 'Sehen, wer Monat für Monat wiederkommt',
  empty: 'Noch niemand, dessen Name bekannt ist, hat bestellt',
  emptyText:
    'Mit den ersten Bestellungen sehen Sie hier, wer Ihre besten Kunden sind, wann sie wiederkommen und was sie wert sein werden.',
};
