import { plural, type Translated } from '../../../../../platform/cockpit/text/index.ts';
import type { alerts as en } from './en.ts';

export const alerts: Translated<typeof en> = {
  title: 'Warnungen',
  about: 'Erfahren Sie, wenn eine Zahl nicht ist, wie sie sein soll: einmal, und wieder, wenn es vorbei ist.',
  empty: 'Noch wird keine Zahl beobachtet',
  emptyText:
    'Ungewöhnliche Umsätze, eine fallende Konversion, eine Stunde ohne Bestellung. Bevor Sie eine Warnung speichern, sehen Sie, was sie in den letzten 90 Tagen getan hätte.',
  create: 'Zahl beobachten',
  newName: 'Nettoumsatz ist ungewöhnlich',
  start: 'Beobachten',
  what: 'Was beobachtet wird',
  who: 'Wer es erfährt, und wann',
  number: 'Zahl',
  ownQuery: 'Eigene Abfrage',
  queryAbout: 'Eine Zahl, kein GROUP BY; mit WHERE lässt sie sich eingrenzen.',
  rule: 'Wann',
  rules: { anomaly: 'Ungewöhnlich', change: 'Geändert', threshold: 'Grenze' },
  rulesAbout: {
    anomaly:
      'Ein Tag außerhalb dessen, was für Tage wie ihn üblich ist: nach Wochentag und den letzten acht Wochen.',
    change: 'Gegenüber derselben Stunde, demselben Tag oder derselben Woche eine Woche davor.',
    threshold:
      'Unter der einen Zahl oder über der anderen: ein Betrag in der Währung des Shops, oder 0,02 für 2 %.',
  },
  grain: 'Je',
  grains: { hour: 'Stunde', day: 'Tag', week: 'Woche' },
  direction: 'Richtung',
  directions: { either: 'nach oben oder unten', down: 'nach unten', up: 'nach oben' },
  falseAlarms: 'Fehlalarme',
  rates: { month: 'etwa einer im Monat', quarter: 'etwa einer im Quartal', year: 'etwa einer im Jahr' },
  percent: 'Um mehr als',
  below: 'Unter',
  above: 'Über',
  webhooks: 'Auch anderen Programmen sagen',
  webhooksAbout: 'Mit den Webhooks reporting.alert_fired und reporting.alert_recovered.',
  quietFrom: 'Ruhe von',
  quietTo: 'bis',
  grace: 'Auf späte Ereignisse warten',
  minutes: (count) =>
    count === 0
      ? 'gar nicht'
      : count < 60
        ? `${count} Minuten`
        : count === 60
          ? '1 Stunde'
          : `${count / 60} Stunden`,
  preview: 'Die letzten 90 Tage',
  previewAbout: 'Nach derselben Regel beurteilt, bevor irgendjemand irgendetwas erfährt.',
  wouldHave: (count) =>
    count === 0
      ? 'Sie hätte nicht angeschlagen.'
      : count === 1
        ? 'Sie hätte einmal angeschlagen.'
        : `Sie hätte ${count}-mal angeschlagen.`,
  chart: (count) => `Die Zahl in den letzten 90 Tagen, der übliche Bereich und ${count} Warnungen`,
  usual: (low, high) => `üblich ${low} bis ${high}`,
  least: (low) => `Grenze ${low}`,
  most: (high) => `Grenze ${high}`,
  fires: 'schlägt an',
  unjudged: (count, all, days) =>
    `${count} von ${all} ließen sich nicht beurteilen: Die Regel braucht ${days} Tage davor.`,
  rateAbout:
    'In simulierten Jahren gewöhnlicher Tage kamen Fehlalarme so oft wie angegeben, auf ein Viertel genau.',
  known: (count, names) =>
    `${plural('de', count, { one: '1 Tag wird', other: `${count} Tage werden` })} nicht beurteilt, weil niemand Übliches erwartet: ${names}.`,
  inARow: (count) => `${count} hintereinander`,
  states: {
    firing: 'nicht wie üblich',
    muted: 'stumm',
    snoozed: 'in Pause',
    problem: 'nicht beurteilt',
    new: 'neu',
    quiet: 'wie üblich',
  },
  lastFiring: 'Zuletzt',
  ofRule: {
    anomaly: (number, rate) => `${number}: ungewöhnlich, ${rate}`,
    change: (number, grain, percent) => `${number} je ${grain}: um über ${percent} % geändert`,
    threshold: (number, grain, below, above) =>
      [
        `${number} je ${grain}:`,
        below === undefined ? '' : `unter ${below}`,
        below !== undefined && above !== undefined ? 'oder' : '',
        above === undefined ? '' : `über ${above}`,
      ]
        .filter((part) => part !== '')
        .join(' '),
  },
  judged: (moment) => `Zuletzt angesehen am ${moment}`,
  notJudged: 'Noch nicht angesehen: Es beginnt innerhalb von fünf Minuten.',
  cannot: (why) => `Sie lässt sich gerade nicht beurteilen: ${why}`,
  quiet: 'Ruhe',
  loud: 'Wieder melden',
  snooze: (hours) =>
    hours < 24 ? `für ${hours} Stunden` : hours === 24 ? 'für einen Tag' : `für ${hours / 24} Tage`,
  mute: 'bis ich es anders sage',
  removeTitle: 'Diese Zahl nicht mehr beobachten?',
  removeText: 'Was die Warnung bisher getan hat, wird vergessen. Das lässt sich nicht rückgängig machen.',
  history: 'Was sie getan hat',
  noHistory: 'Sie hat noch nicht angeschlagen.',
  goesOn: 'dauert an',
  endedOn: (when) => `wieder wie üblich ${when}`,
  told: 'gemeldet',
  toldNobody: 'niemandem gemeldet',
};
