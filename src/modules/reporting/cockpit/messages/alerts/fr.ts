import { plural, type Translated } from '../../../../../platform/cockpit/text/index.ts';
import type { alerts as en } from './en.ts';

export const alerts: Translated<typeof en> = {
  title: 'Alertes',
  about: 'Soyez averti quand un chiffre n’est pas comme il devrait : une fois, puis quand c’est fini.',
  empty: 'Aucun chiffre n’est encore surveillé',
  emptyText:
    'Des ventes inhabituelles, une conversion qui baisse, une heure sans commande. Avant d’enregistrer une alerte, vous voyez ce qu’elle aurait fait ces 90 derniers jours.',
  create: 'Surveiller un chiffre',
  newName: 'Les ventes nettes sont inhabituelles',
  start: 'Surveiller',
  what: 'Ce qui est surveillé',
  who: 'Qui est averti, et quand',
  number: 'Chiffre',
  ownQuery: 'Requête propre',
  queryAbout: 'Un chiffre, pas de GROUP BY ; restreignez-le avec WHERE.',
  rule: 'Quand',
  rules: { anomaly: 'Inhabituel', change: 'Changé', threshold: 'Limite' },
  rulesAbout: {
    anomaly:
      'Un jour hors de ce que sont d’habitude des jours semblables : selon le jour et les huit dernières semaines.',
    change: 'Par rapport à la même heure, au même jour ou à la même semaine, une semaine avant.',
    threshold:
      'Au-dessous d’un nombre ou au-dessus d’un autre : un montant dans la devise de la boutique, ou 0,02 pour 2 %.',
  },
  grain: 'Par',
  grains: { hour: 'Heure', day: 'Jour', week: 'Semaine' },
  direction: 'Sens',
  directions: { either: 'vers le haut ou le bas', down: 'vers le bas', up: 'vers le haut' },
  falseAlarms: 'Fausses alertes',
  rates: { month: 'environ une par mois', quarter: 'environ une par trimestre', year: 'environ une par an' },
  percent: 'De plus de',
  below: 'Au-dessous de',
  above: 'Au-dessus de',
  webhooks: 'Avertir aussi d’autres programmes',
  webhooksAbout: 'Par les webhooks reporting.alert_fired et reporting.alert_recovered.',
  quietFrom: 'Calme de',
  quietTo: 'à',
  grace: 'Attendre les événements tardifs',
  minutes: (count) =>
    count === 0
      ? 'pas du tout'
      : count < 60
        ? `${count} minutes`
        : count === 60
          ? '1 heure'
          : `${count / 60} heures`,
  preview: 'Les 90 derniers jours',
  previewAbout: 'Jugés par la même règle, avant que quiconque soit averti de quoi que ce soit.',
  wouldHave: (count) =>
    count === 0
      ? 'Elle ne se serait pas déclenchée.'
      : count === 1
        ? 'Elle se serait déclenchée une fois.'
        : `Elle se serait déclenchée ${count} fois.`,
  chart: (count) => `Le chiffre sur les 90 derniers jours, ce qui est habituel et ${count} déclenchements`,
  usual: (low, high) => `d’habitude ${low} à ${high}`,
  least: (low) => `limite ${low}`,
  most: (high) => `limite ${high}`,
  fires: 'se déclenche',
  unjudged: (count, all, days) =>
    `${count} sur ${all} n’ont pu être jugés : la règle demande ${days} jours avant.`,
  rateAbout:
    'Sur des années simulées de jours ordinaires, les fausses alertes sont venues aussi souvent qu’annoncé, à un quart près.',
  known: (count, names) =>
    `${plural('fr', count, { one: '1 jour n’est pas jugé', other: `${count} jours ne sont pas jugés` })}, car personne ne s’attend à l’habituel : ${names}.`,
  inARow: (count) => `${count} de suite`,
  states: {
    firing: 'inhabituel',
    muted: 'muette',
    snoozed: 'en pause',
    problem: 'pas jugée',
    new: 'nouvelle',
    quiet: 'normal',
  },
  lastFiring: 'Dernière fois',
  ofRule: {
    anomaly: (number, rate) => `${number} : inhabituel, ${rate}`,
    change: (number, grain, percent) => `${number} par ${grain} : changé de plus de ${percent} %`,
    threshold: (number, grain, below, above) =>
      [
        `${number} par ${grain} :`,
        below === undefined ? '' : `au-dessous de ${below}`,
        below !== undefined && above !== undefined ? 'ou' : '',
        above === undefined ? '' : `au-dessus de ${above}`,
      ]
        .filter((part) => part !== '')
        .join(' '),
  },
  judged: (moment) => `Regardée pour la dernière fois le ${moment}`,
  notJudged: 'Pas encore regardée : cela commence d’ici cinq minutes.',
  cannot: (why) => `Elle ne peut être jugée pour l’instant : ${why}`,
  quiet: 'Calme',
  loud: 'M’avertir de nouveau',
  snooze: (hours) =>
    hours < 24 ? `pendant ${hours} heures` : hours === 24 ? 'pendant un jour' : `pendant ${hours / 24} jours`,
  mute: 'jusqu’à nouvel ordre',
  removeTitle: 'Ne plus surveiller ce chiffre ?',
  removeText: 'Ce que l’alerte a fait jusqu’ici est oublié. C’est définitif.',
  history: 'Ce qu’elle a fait',
  noHistory: 'Elle ne s’est pas encore déclenchée.',
  goesOn: 'continue',
  endedOn: (when) => `de nouveau normal le ${when}`,
  told: 'averti',
  toldNobody: 'personne n’a été averti',
};
