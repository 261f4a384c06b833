import type { ReportingWords } from './reporting-words.ts';

export const german: ReportingWords = {
  total: 'Alle',
  unknown: 'Nicht bekannt',
  change: (share, before) => `${share} · vorher ${before}`,
  nothingBefore: 'vorher nichts',
  comparedWith: (days) => `verglichen mit ${days}`,
  rose: (name, share, now, before) => `${name}: um ${share} gestiegen, von ${before} auf ${now}.`,
  fell: (name, share, now, before) => `${name}: um ${share} gefallen, von ${before} auf ${now}.`,
  stayed: (name, now) => `${name}: unverändert ${now}.`,
  began: (name, now) => `${name}: ${now}; zum Vergleich gab es nichts.`,
  pushedUp: (parts) => `Nach oben zogen ${parts}.`,
  pushedDown: (parts) => `Nach unten zogen ${parts}.`,
  largest: (name, measure, value, share) =>
    `Der größte Teil ist ${name}: ${measure} ${value}, das sind ${share} von allem.`,
  maybeChance: 'Tage schwanken ohnehin so stark: Diese Änderung kann Zufall sein.',
  hardlyChance: 'Zufall allein macht eine solche Änderung in weniger als 1 von 20 Vergleichen.',
  peak: (day, value) => `Am höchsten am ${day} mit ${value}.`,
  nothing: 'In diesen Tagen nichts.',
  cut: 'Es gibt weitere Zeilen; die Summe ist die von allen.',
  lineOf: (name, by) => `${name} nach ${by}`,
  barsOf: (name, by) => `${name} nach ${by}`,
  before: 'vorher',
  notShown: (why) => `Dieser Teil konnte nicht gezeigt werden: ${why}`,
  costsHidden: 'Er sagt, was Ware kostet, und wer ihn eingerichtet hat, darf das nicht sehen.',
  currencies: (others) => `Bild und Worte gelten für die Währung des Shops; ${others} steht bei den Zahlen.`,
  asOf: (moment) => `Zahlen vom ${moment}.`,
  mail: {
    why: (name) => `Sie bekommen dies, weil jemand im Shop Ihre Adresse bei „${name}“ eingetragen hat.`,
    unsubscribe: 'Nicht mehr schicken',
    toTeam: (name) =>
      `„${name}“ kommt zu Ihnen als Mitglied des Teams. Zu ändern unter Auswertung, Versandpläne.`,
    open: 'Im Cockpit öffnen',
  },
  every: {
    day: (hour) => `jeden Tag um ${hour}`,
    week: (weekday, hour) => `jede Woche am ${weekday} um ${hour}`,
    month: (day, hour) => `jeden Monat am ${day}. um ${hour}`,
  },
  page: {
    until: (day) => `Dieser Link gilt bis ${day}.`,
    goneTitle: 'Dieser Link gilt nicht mehr',
    gone: 'Er wurde zurückgenommen, ist abgelaufen oder war nie da. Bitten Sie um einen neuen, wer ihn Ihnen gab.',
    away: 'Die Zahlen werden vorbereitet. Versuchen Sie es in einer Minute noch einmal.',
    unsubscribeTitle: (name) => `„${name}“ nicht mehr schicken?`,
    unsubscribeText: (email) => `An ${email} geht dann nichts mehr von diesem Bericht.`,
    unsubscribeVerb: 'Diese Mails beenden',
    unsubscribed: 'Erledigt: Es kommen keine dieser Mails mehr zu Ihnen.',
  },
  alert: {
    firedSubject: (name, value) => `${name}: ${value}`,
    endedSubject: (name) => `${name}: wieder wie üblich`,
    above: (measure, when, value, limit) =>
      `${measure} ${when}: ${value}. Das ist über der Grenze von ${limit}.`,
    below: (measure, when, value, limit) =>
      `${measure} ${when}: ${value}. Das ist unter der Grenze von ${limit}.`,
    changed: (measure, when, value, share, before) =>
      `${measure} ${when}: ${value}. Das sind ${share} gegenüber ${before} eine Woche davor.`,
    odd: (measure, when, value, low, high) =>
      `${measure} ${when}: ${value}. Üblich sind an einem solchen Tag ${low} bis ${high}.`,
    expected: (value) => `Erwartet waren etwa ${value}.`,
    rate: {
      month: 'So eingestellt, dass gewöhnliche Tage etwa einen Fehlalarm im Monat auslösen.',
      quarter: 'So eingestellt, dass gewöhnliche Tage etwa einen Fehlalarm im Quartal auslösen.',
      year: 'So eingestellt, dass gewöhnliche Tage etwa einen Fehlalarm im Jahr auslösen.',
    },
    once: 'Sie hören davon einmal, und wieder, wenn es vorbei ist.',
    isOver: (when) => `Inzwischen ist es vorbei: ${when} war wieder wie üblich.`,
    ended: (name, when, began) =>
      `„${name}“ ist vorbei. ${when} war wieder wie üblich; begonnen hatte es ${began}.`,
    lasted: (text) => `Es dauerte ${text}.`,
    hours: (count) => (count === 1 ? '1 Stunde' : `${count} Stunden`),
    days: (count) => (count === 1 ? '1 Tag' : `${count} Tage`),
    weeks: (count) => (count === 1 ? '1 Woche' : `${count} Wochen`),
    look: 'Im Cockpit ansehen',
    why: (name) => `Sie bekommen dies, weil Sie bei der Warnung „${name}“ eingetragen sind.`,
  },
};
