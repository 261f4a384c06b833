import type { Translated } from '../../../../../platform/cockpit/text/index.ts';
import type { customers as en } from './en.ts';

export const customers: Translated<typeof en> = {
  answers: {
    second_orders: 'Combien de temps avant que les clients recommandent ?',
    customer_segments: 'Qui sont nos meilleurs clients, et lesquels perdons-nous ?',
    customer_cells: 'Quand et combien de fois les clients achètent-ils ?',
  },
  title: 'Analyse des clients',
  spans: {
    year: '12 derniers mois',
    two_years: '24 derniers mois',
    all: 'Dix dernières années',
  },
  people: 'Clients',
  peopleNote: 'qui ont commandé sur cette période',
  repeatRate: 'Ont commandé au moins deux fois',
  repeatNote: 'des clients',
  returningShare: 'De clients déjà connus',
  returningNote: 'des commandes',
  worthEach: 'Valeur sur les 12 prochains mois',
  worthEachNote: 'par client',
  notKnown: 'pas encore connu',
  segmentsTitle: 'Qui ils sont',
  segmentsAbout:
    'Selon la date et le nombre de leurs commandes. Choisissez un groupe ou une case pour voir les commandes.',
  does: {
    champions: 'Ont acheté récemment et souvent',
    loyal: 'Achètent souvent',
    potential_loyalists: 'Ont acheté récemment, plus d’une fois',
    new: 'Viennent d’acheter pour la première fois',
    promising: 'Ont acheté une fois, il y a peu',
    need_attention: 'Au milieu en tout',
    about_to_sleep: 'Ont peu acheté, il y a quelque temps',
    at_risk: 'Achetaient souvent, il y a longtemps',
    cannot_lose: 'Achetaient le plus souvent, puis plus rien',
    hibernating: 'Ont peu acheté, il y a longtemps',
  },
  lastOrder: (from: string, to: string) => `dernière commande il y a ${from} à ${to} jours`,
  ordersCount: (from: string, to: string) =>
    from === to ? `${from} × commandé` : `${from} à ${to} × commandé`,
  ordersElsewhere: (customers: string, shops: string) =>
    `${customers} d’entre eux ont commandé chez ${shops} avant l’import. Un segment trouve ceux qui ont un compte ou ont commandé dans cette boutique : des autres, il n’y a aucune adresse où écrire.`,
  makeSegment: 'En faire un segment',
  cell: (customers: string, recency: string, frequency: string) =>
    `${customers} clients : récence ${recency} sur 5, fréquence ${frequency} sur 5`,
  grid: 'Clients par récence et fréquence',
  lately: 'récemment',
  longAgo: 'il y a longtemps',
  rarely: 'rarement',
  often: 'souvent',
  worth: 'Ce qu’ils vaudront',
  worthAbout: 'Ventes nettes attendues sur les 12 prochains mois, d’après les commandes de chaque client.',
  worthHow:
    'BG/NBD pour la fréquence, gamma-gamma pour le montant. L’argent d’un an plus tard compte pour un dixième de moins. De ceux qui n’ont commandé qu’une fois, il ne peut dire s’ils sont partis. Les saisons sont ignorées : les mois à venir sont supposés semblables aux mois passés.',
  allCustomers: 'Tous les clients',
  ordered: (from: string, to: string | undefined) =>
    to === undefined
      ? `${from} commandes et plus`
      : from !== to
        ? `${from} à ${to} commandes`
        : from === '1'
          ? 'Une commande'
          : `${from} commandes`,
  group: 'Clients ayant passé',
  alive: 'Encore client',
  expected: 'Commandes attendues',
  eachWorth: 'Valeur par client',
  togetherWorth: 'Tous ensemble',
  between: (low: string, high: string, sure: string) => `${low} à ${high}, sûr à ${sure}`,
  calibration: 'Est-ce que cela s’est vérifié ?',
  calibrationAbout: (days: string, predicted: string, actual: string) =>
    `Les ${days} derniers jours, prédits d’après les jours précédents : ${predicted} commandes attendues, ${actual} passées.`,
  foretold: 'Prédit',
  came: 'Réalisé',
  repeats: 'Commandes répétées avant',
  ordersEach: 'commandes par client',
  parameters: 'Paramètres des modèles',
  standardError: 'Erreur type',
  correlation: (value: string) =>
    `Le montant et la fréquence sont corrélés à ${value} ; près de 0, le modèle de dépense est valable.`,
  nobodyLeaves: 'Ces commandes ne montrent pas que quelqu’un parte pour de bon.',
  tooFew: 'Trop peu de clients pour le dire',
  tooFewText: (customers: string, repeaters: string) =>
    `Il y a ${customers} clients, dont ${repeaters} ont commandé sur deux jours ou plus. Il en faut 50, dont 20.`,
  noFit: 'Les commandes ne suivent aucun modèle',
  noFitText:
    'La façon dont ces clients commandent ou dépensent s’écarte trop des hypothèses des modèles. Choisissez une période plus longue.',
  workingOut: 'Calcul en cours : avec beaucoup de clients, cela prend quelques secondes.',
  second: 'Jusqu’à la deuxième commande',
  secondAbout:
    'Des clients dont la première commande date de cette période. Ceux qui n’ont pas recommandé comptent aussi longtemps qu’ils sont connus.',
  half: (days: string) => `La moitié a recommandé après ${days} jours`,
  halfBetween: (low: string, high: string) => `probablement ${low} à ${high} jours`,
  halfFrom: (low: string) => `probablement ${low} jours ou plus`,
  notHalf: 'Moins de la moitié a recommandé',
  within: (days: string) => `en ${days} jours`,
  daysAfter: 'Jours après la première commande',
  orderedAgain: 'Ont recommandé',
  byTime: 'Voir les commandes selon le délai',
  cohorts: 'Voir qui revient mois par mois',
  empty: 'Personne dont le nom est connu n’a encore commandé',
  emptyText:
    'Dès les premières commandes, vous verrez ici qui sont vos meilleurs clients, quand ils reviennent et ce qu’ils vaudront.',
};
