import { countOf, plural, type Translated } from '../../../../platform/cockpit/text/index.ts';
import type { en } from './en.ts';
import { POLICIES } from './policies/de.ts';

export const de: Translated<typeof en> = {
  goods: 'Ware',
  supplier: 'Lieferant',
  available: 'Verfügbar',
  onOrder: 'Bestellt',
  cost: 'Kosten',
  cover: 'Reicht',
  days: (count: number) => plural('de', count, { one: `${count} Tag`, other: `${countOf(count)} Tage` }),
  never: 'Nicht gefragt',
  reviewed: (since: string) => `Stand: ${since}`,
  needs: {
    title: 'Nachbestellen',
    about: 'Was ausgeht, bevor es wieder eingekauft werden kann, das Wertvollste zuerst',
    order: 'Bestellen',
    value: 'Wert',
    valueText: (days: string) =>
      `Marge, die das Bestellen innerhalb von ${days} erhält, abzüglich der Kosten für Bestellen und Lagern. In acht von zehn Fällen liegt sie zwischen den beiden Werten.`,
    chance: 'Geht aus',
    chanceText: 'Wie wahrscheinlich jemand nichts mehr findet, bevor eine Bestellung von heute eintrifft.',
    waiting: 'Ein Tag Warten kostet',
    all: 'Anzeigen',
    allToo: 'Auch, was nichts braucht',
    why: 'Warum so viele',
    orderChosen: (count: number) =>
      plural('de', count, { one: 'Bestellen', other: `${count} Zeilen bestellen` }),
    ordered: (orders: string) => `Auf ${orders}`,
    ordering: (done: number, all: number) => `${countOf(done)} von ${countOf(all)} bestellt`,
    orderedSome: (done: number, orders: string) =>
      `${countOf(done)} Zeilen stehen auf ${orders}, der Rest nicht; er bleibt ausgewählt:`,
    again: 'Neu prüfen',
    lookingAgain: 'Alles wird neu geprüft. Das dauert einen Moment.',
    policy: 'Wie entschieden wird',
    empty: 'Nichts muss bestellt werden',
    emptyText:
      'Alles reicht, bis es wieder eingekauft werden kann. Was kein Lieferant verkauft oder wofür es keine Prognose gibt, wird nicht geprüft.',
    suppliers: 'Lieferanten und Preislisten',
    quantityOf: (title: string) => `Menge von ${title}`,
  },
  reasons: {
    below_reorder_point: (n: Readonly<Record<string, string>>) =>
      `${n['position']} sind da oder unterwegs; unter ${n['reorderPoint']} ist es Zeit zu bestellen.`,
    enough: (n: Readonly<Record<string, string>>) =>
      `${n['position']} sind da oder unterwegs; bestellt wird erst unter ${n['reorderPoint']}.`,
    served: (n: Readonly<Record<string, string>>) =>
      `So geführt, wird es in ${n['cycle']} der Zeiten zwischen zwei Bestellungen voraussichtlich nicht ausgehen; ${n['fill']} der gewünschten Stücke werden da sein.`,
    no_demand: () => 'Es wird keine Nachfrage erwartet.',
    switched_off: () => 'Nach seiner Regel wird es nicht bestellt.',
    raised_to_minimum: (n: Readonly<Record<string, string>>) =>
      `Der Lieferant verkauft mindestens ${n['minimum']}.`,
    rounded_to_packs: (n: Readonly<Record<string, string>>) => `Es kommt in Packungen zu ${n['packSize']}.`,
    price_break: (n: Readonly<Record<string, string>>) => `Ab ${n['from']} kostet es ${n['share']} weniger.`,
    limited: (n: Readonly<Record<string, string>>) =>
      `Budget oder Platz lassen von ${n['wanted']} nötigen so viele zu.`,
    filled: (n: Readonly<Record<string, string>>) =>
      `Mehr als die ${n['wanted']} nötigen, damit der Mindestbestellwert des Lieferanten erreicht wird.`,
    waits: (n: Readonly<Record<string, string>>) =>
      `${n['wanted']} sind nötig, aber der Mindestbestellwert ist nicht erreicht, und auffüllen kostet mehr als warten.`,
    filled_pieces: (n: Readonly<Record<string, string>>) =>
      `Mehr als die ${n['wanted']} nötigen, damit die Bestellung auf die Mindestmenge des Lieferanten von ${n['minimum']} Stück kommt.`,
    waits_pieces: (n: Readonly<Record<string, string>>) =>
      `${n['wanted']} sind nötig, aber die Mindestmenge des Lieferanten von ${n['minimum']} Stück ist nicht erreicht, und auffüllen kostet mehr als warten.`,
    not_worthwhile: () => 'Selbst die kleinste Bestellung würde mehr kosten, als sie bringt.',
  },
  policies: POLICIES,
  policy: {
    service: 'Was angestrebt wird',
    services: {
      cycle: 'Zyklen ohne Fehlbestand',
      fill: 'Sofort gelieferte Stücke',
      cost: 'Was am wenigsten kostet',
    },
    share: 'Wie viele von hundert',
    holding: 'Lagern kostet im Jahr, vom Warenwert',
    orderCost: 'Eine weitere Bestellzeile kostet',
    substitution: 'Wer nichts findet und etwas anderes nimmt',
    maxCover: 'Höchstens so viele Tage im Voraus',
    budget: 'Offene Bestellungen betragen höchstens',
    save: 'Speichern',
    saved: 'Gespeichert. Alles wird neu geprüft.',
    standard: 'Leer gelassen gilt die Voreinstellung.',
    percent: '%',
  },
  health: {
    title: 'Bestandsgesundheit',
    about: 'Was sich verkauft, was liegt, was fehlt',
    state: 'Zustand',
    states: {
      out: 'Ausverkauft',
      low: 'Knapp',
      healthy: 'Gesund',
      expiring: 'Läuft ab',
      over: 'Zu viel',
      slow: 'Langsam',
      dead: 'Tot',
    },
    stateText: {
      out: 'Nichts verkäuflich',
      low: 'Zeit zu bestellen',
      healthy: 'Genau richtig',
      expiring: 'Mehr, als rechtzeitig verkauft wird',
      over: 'Mehr, als bestellt würde',
      slow: 'Reicht über ein Jahr',
      dead: 'Ein halbes Jahr unverkauft',
    },
    sorts: {
      over: 'Meistes Kapital in Überbestand',
      lost: 'Größter Verlust durch Fehlbestand',
      value: 'Größter Wert',
    },
    onHand: 'Vorhanden',
    value: 'Wert',
    over: 'Zu viel',
    sold: 'In 90 Tagen verkauft',
    sellThrough: 'Abverkauf',
    turnover: 'Umschlag im Jahr',
    gmroi: 'GMROI',
    classes: 'ABC/XYZ',
    unsold: 'Unverkauft seit',
    out: 'Tage ohne Bestand',
    lost: 'Entgangene Marge',
    lostTitle: 'Durch Fehlbestand entgangene Marge, letztes Jahr',
    lostText:
      'Was Tage mit Bestand nahe einer Lücke verkauften, mal ihre Tage. Geschätzt: In neun von zehn Fällen liegt sie zwischen den beiden Werten.',
    variants: (count: number) =>
      plural('de', count, { one: `${count} Variante`, other: `${count} Varianten` }),
    empty: 'Der Bestand wurde noch nicht geprüft',
    emptyText: 'Er wird jede Nacht nach den Prognosen geprüft.',
  },
  backtest: {
    title: 'Hätten Sie so bestellt',
    about: 'Die Vergangenheit noch einmal: gleiche Nachfrage, gleiche Lieferzeiten, andere Bestellregeln',
    run: 'Vergangenheit nachrechnen',
    length: 'Wie lange',
    lengths: { half: 'Ein halbes Jahr', year: 'Ein Jahr' },
    variants: 'Wie viele der Meistverkauften',
    policies: { yours: 'Ihre Regel', min_max: 'Min und Max von Hand', average_30: '30-Tage-Schnitt' },
    policyText: {
      yours: 'Prognose, Lieferzeit und Servicegrad, wie Institor bestellt',
      min_max: 'Werte des Vorjahrs, nie wieder angesehen',
      average_30: 'Lieferzeit × Schnitt der letzten 30 Tage',
    },
    actual: 'Was wirklich geschah',
    noActual:
      'Was wirklich geschah, steht nicht daneben: Für die meisten dieser Waren ist der damalige Bestand nicht bekannt.',
    keptCycles: (aim: string, came: string) =>
      `Angestrebt waren ${aim} der Zyklen ohne Fehlbestand, erreicht wurden ${came}.`,
    keptPieces: (aim: string, came: string) =>
      `Angestrebt waren ${aim} sofort gelieferte Stücke, erreicht wurden ${came}.`,
    experience: (share: string) =>
      `Am Ende waren ${share} der gerechneten Fehlbestände eingetreten; Bestellungen gleichen es aus.`,
    cost: 'Was es gekostet hätte',
    parts: { lost: 'Entgangene Marge', keeping: 'Lagern', ordering: 'Bestellen' },
    served: (share: string) => `${share} der Stücke sofort geliefert`,
    fill: 'Sofort gelieferte Stücke',
    cycles: 'Zyklen ohne Fehlbestand',
    stock: 'Bestand im Mittel',
    highest: 'Bestand höchstens',
    orders: 'Bestellungen',
    lost: 'Entgangene Marge',
    keeping: 'Lagern',
    total: 'Entgangen, Bestellen und Lagern',
    chart: 'Im Bestand gebundenes Geld, Woche für Woche',
    better: (amount: string, other: string) => `Ihre Regel kostet ${amount} weniger als ${other}.`,
    worse: (amount: string, other: string) => `Ihre Regel kostet ${amount} mehr als ${other}.`,
    span: (from: string, to: string, variants: string) => `${from} bis ${to}, ${variants}`,
    assumed: (count: number) =>
      plural('de', count, {
        one: 'Für eine ist kein Lieferant bekannt: Als Lieferzeit wurden zwei Wochen angenommen.',
        other: `Für ${count} ist kein Lieferant bekannt: Als Lieferzeit wurden zwei Wochen angenommen.`,
      }),
    earlier: 'Frühere',
    empty: 'Noch nichts nachgerechnet',
    emptyText: 'Sehen Sie, was eine Regel im letzten Jahr getan hätte, bevor Sie ihr Geld anvertrauen.',
  },
};
