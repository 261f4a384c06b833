import type { ReportingWords } from './reporting-words.ts';

export const french: ReportingWords = {
  total: 'Tout',
  unknown: 'Inconnu',
  change: (share, before) => `${share} · avant ${before}`,
  nothingBefore: 'rien avant',
  comparedWith: (days) => `comparé à ${days}`,
  rose: (name, share, now, before) => `${name} : en hausse de ${share}, de ${before} à ${now}.`,
  fell: (name, share, now, before) => `${name} : en baisse de ${share}, de ${before} à ${now}.`,
  stayed: (name, now) => `${name} : inchangé, ${now}.`,
  began: (name, now) => `${name} : ${now} ; il n’y avait rien à comparer.`,
  pushedUp: (parts) => `Tiré vers le haut par ${parts}.`,
  pushedDown: (parts) => `Tiré vers le bas par ${parts}.`,
  largest: (name, measure, value, share) =>
    `La plus grande part est ${name} : ${measure} ${value}, soit ${share} du tout.`,
  maybeChance: 'Les jours varient autant de toute façon : ce changement peut être dû au hasard.',
  hardlyChance: 'Le hasard seul fait un tel changement dans moins de 1 comparaison sur 20.',
  peak: (day, value) => `Le plus haut le ${day}, avec ${value}.`,
  nothing: 'Rien pour ces jours.',
  cut: 'Il y a d’autres lignes ; le total est celui de toutes.',
  lineOf: (name, by) => `${name} par ${by}`,
  barsOf: (name, by) => `${name} par ${by}`,
  before: 'avant',
  notShown: (why) => `Cette partie n’a pas pu être montrée : ${why}`,
  costsHidden: 'elle dit ce que coûtent les marchandises, ce que son auteur n’a pas le droit de voir.',
  currencies: (others) =>
    `L’image et les mots valent pour la devise de la boutique ; ${others} figure dans les chiffres.`,
  asOf: (moment) => `Chiffres du ${moment}.`,
  mail: {
    why: (name) =>
      `Vous recevez ceci parce que quelqu’un de la boutique a mis votre adresse sur « ${name} ».`,
    unsubscribe: 'Ne plus recevoir',
    toTeam: (name) => `« ${name} » vous parvient comme membre de l’équipe. À changer sous Analyses, Envois.`,
    open: 'Ouvrir dans le cockpit',
  },
  every: {
    day: (hour) => `chaque jour à ${hour}`,
    week: (weekday, hour) => `chaque ${weekday} à ${hour}`,
    month: (day, hour) => `chaque mois le ${day} à ${hour}`,
  },
  page: {
    until: (day) => `Ce lien est valable jusqu’au ${day}.`,
    goneTitle: 'Ce lien n’est plus valable',
    gone: 'Il a été retiré, il est trop ancien ou n’a jamais existé. Demandez-en un nouveau à qui vous l’a donné.',
    away: 'Les chiffres sont en préparation. Réessayez dans une minute.',
    unsubscribeTitle: (name) => `Ne plus recevoir « ${name} » ?`,
    unsubscribeText: (email) => `Plus rien de ce rapport n’ira à ${email}.`,
    unsubscribeVerb: 'Arrêter ces e-mails',
    unsubscribed: 'C’est fait : vous ne recevrez plus ces e-mails.',
  },
  alert: {
    firedSubject: (name, value) => `${name} : ${value}`,
    endedSubject: (name) => `${name} : retour à la normale`,
    above: (measure, when, value, limit) =>
      `${measure} ${when} : ${value}. C’est au-dessus de la limite de ${limit}.`,
    below: (measure, when, value, limit) =>
      `${measure} ${when} : ${value}. C’est au-dessous de la limite de ${limit}.`,
    changed: (measure, when, value, share, before) =>
      `${measure} ${when} : ${value}. C’est ${share} par rapport à ${before} une semaine avant.`,
    odd: (measure, when, value, low, high) =>
      `${measure} ${when} : ${value}. Un tel jour, il est habituel d’être entre ${low} et ${high}.`,
    expected: (value) => `Environ ${value} était attendu.`,
    rate: {
      month: 'Réglé pour que des jours ordinaires causent environ une fausse alerte par mois.',
      quarter: 'Réglé pour que des jours ordinaires causent environ une fausse alerte par trimestre.',
      year: 'Réglé pour que des jours ordinaires causent environ une fausse alerte par an.',
    },
    once: 'Vous êtes averti une fois, puis quand c’est fini.',
    isOver: (when) => `Entre-temps c’est fini : ${when}, tout était de nouveau comme d’habitude.`,
    ended: (name, when, began) =>
      `« ${name} » est fini. ${when}, tout était de nouveau comme d’habitude ; cela avait commencé ${began}.`,
    lasted: (text) => `Cela a duré ${text}.`,
    hours: (count) => (count === 1 ? '1 heure' : `${count} heures`),
    days: (count) => (count === 1 ? '1 jour' : `${count} jours`),
    weeks: (count) => (count === 1 ? '1 semaine' : `${count} semaines`),
    look: 'Voir dans le cockpit',
    why: (name) => `Vous recevez ceci parce que vous êtes inscrit à l’alerte « ${name} ».`,
  },
};
