import { countOf, plural, type Translated } from '../../../../platform/cockpit/text/index.ts';
import type { en } from './en.ts';
import { POLICIES } from './policies/fr.ts';

export const fr: Translated<typeof en> = {
  goods: 'Articles',
  supplier: 'Fournisseur',
  available: 'Disponible',
  onOrder: 'Commandé',
  cost: 'Coût',
  cover: 'Tient',
  days: (count: number) => plural('fr', count, { one: `${count} jour`, other: `${countOf(count)} jours` }),
  never: 'Pas demandé',
  reviewed: (since: string) => `État : ${since}`,
  needs: {
    title: 'À commander',
    about: 'Ce qui manquera avant de pouvoir être racheté, le plus précieux d’abord',
    order: 'Commander',
    value: 'Gain',
    valueText: (days: string) =>
      `Marge que la commande préserve en ${days}, moins le coût de la commande et du stockage. Huit fois sur dix, elle se situe entre les deux valeurs.`,
    chance: 'Rupture',
    chanceText:
      'La probabilité que quelqu’un ne trouve rien avant l’arrivée d’une commande passée aujourd’hui.',
    waiting: 'Un jour d’attente coûte',
    all: 'Afficher',
    allToo: 'Aussi ce qui ne manque pas',
    why: 'Pourquoi cette quantité',
    orderChosen: (count: number) =>
      plural('fr', count, { one: 'Commander', other: `Commander ${count} lignes` }),
    ordered: (orders: string) => `Sur ${orders}`,
    ordering: (done: number, all: number) => `${countOf(done)} sur ${countOf(all)} commandées`,
    orderedSome: (done: number, orders: string) =>
      `${countOf(done)} lignes sont sur ${orders} ; les autres non, elles restent choisies :`,
    again: 'Vérifier à nouveau',
    lookingAgain: 'Tout est vérifié à nouveau. Cela prend un instant.',
    policy: 'Comment c’est décidé',
    empty: 'Rien à commander',
    emptyText:
      'Tout tient jusqu’au prochain achat. Ce qu’aucun fournisseur ne vend, ou qui n’a pas de prévision, n’est pas examiné.',
    suppliers: 'Fournisseurs et tarifs',
    quantityOf: (title: string) => `Quantité de ${title}`,
  },
  reasons: {
    below_reorder_point: (n: Readonly<Record<string, string>>) =>
      `${n['position']} sont là ou en route ; en dessous de ${n['reorderPoint']}, il est temps de commander.`,
    enough: (n: Readonly<Record<string, string>>) =>
      `${n['position']} sont là ou en route ; on commande en dessous de ${n['reorderPoint']}.`,
    served: (n: Readonly<Record<string, string>>) =>
      `Ainsi géré, il ne devrait pas manquer dans ${n['cycle']} des intervalles entre deux commandes, et ${n['fill']} des pièces demandées devraient être là.`,
    no_demand: () => 'Aucune demande n’est attendue.',
    switched_off: () => 'Sa règle dit de ne pas le commander.',
    raised_to_minimum: (n: Readonly<Record<string, string>>) =>
      `Le fournisseur vend au moins ${n['minimum']}.`,
    rounded_to_packs: (n: Readonly<Record<string, string>>) => `Il est vendu par lots de ${n['packSize']}.`,
    price_break: (n: Readonly<Record<string, string>>) =>
      `À partir de ${n['from']}, il coûte ${n['share']} de moins.`,
    limited: (n: Readonly<Record<string, string>>) =>
      `Le budget ou la place en permet autant sur les ${n['wanted']} nécessaires.`,
    filled: (n: Readonly<Record<string, string>>) =>
      `Plus que les ${n['wanted']} nécessaires, pour atteindre le minimum du fournisseur.`,
    waits: (n: Readonly<Record<string, string>>) =>
      `${n['wanted']} sont nécessaires, mais le minimum du fournisseur n’est pas atteint, et compléter coûte plus qu’attendre.`,
    filled_pieces: (n: Readonly<Record<string, string>>) =>
      `Plus que les ${n['wanted']} nécessaires, pour que la commande atteigne le minimum du fournisseur de ${n['minimum']} pièces.`,
    waits_pieces: (n: Readonly<Record<string, string>>) =>
      `${n['wanted']} sont nécessaires, mais la commande n’atteint pas le minimum du fournisseur de ${n['minimum']} pièces, et compléter coûte plus qu’attendre.`,
    not_worthwhile: () => 'Même la plus petite commande coûterait plus qu’elle ne rapporte.',
  },
  policies: POLICIES,
  policy: {
    service: 'Objectif',
    services: {
      cycle: 'Cycles sans rupture',
      fill: 'Pièces servies aussitôt',
      cost: 'Le moins cher',
    },
    share: 'Combien sur cent',
    holding: 'Stocker coûte par an, de la valeur',
    orderCost: 'Une ligne de commande de plus coûte',
    substitution: 'Ceux qui ne trouvent rien et prennent autre chose',
    maxCover: 'Jamais pour plus de, en jours',
    budget: 'Commandes ouvertes au plus',
    save: 'Enregistrer',
    saved: 'Enregistré. Tout est vérifié à nouveau.',
    standard: 'Laissé vide, le réglage d’origine s’applique.',
    percent: '%',
  },
  health: {
    title: 'Santé du stock',
    about: 'Ce qui se vend, ce qui dort, ce qui manque',
    state: 'État',
    states: {
      out: 'Épuisé',
      low: 'Bas',
      healthy: 'Sain',
      expiring: 'Périme invendu',
      over: 'Trop',
      slow: 'Lent',
      dead: 'Mort',
    },
    stateText: {
      out: 'Rien à vendre',
      low: 'Il est temps de commander',
      healthy: 'Juste ce qu’il faut',
      expiring: 'Plus qu’il ne s’en vendra à temps',
      over: 'Plus qu’une commande n’apporterait',
      slow: 'Assez pour plus d’un an',
      dead: 'Invendu depuis six mois',
    },
    sorts: {
      over: 'Le plus immobilisé en excès',
      lost: 'Le plus perdu par rupture',
      value: 'La plus grande valeur',
    },
    onHand: 'En stock',
    value: 'Valeur',
    over: 'Trop',
    sold: 'Vendu en 90 jours',
    sellThrough: 'Taux d’écoulement',
    turnover: 'Rotations par an',
    gmroi: 'GMROI',
    classes: 'ABC/XYZ',
    unsold: 'Invendu depuis',
    out: 'Jours en rupture',
    lost: 'Marge perdue',
    lostTitle: 'Marge perdue par rupture, dernière année',
    lostText:
      'Ce que vendaient les jours avec stock proches d’une rupture, multiplié par sa durée. Estimation : neuf fois sur dix entre les deux valeurs.',
    variants: (count: number) =>
      plural('fr', count, { one: `${count} variante`, other: `${count} variantes` }),
    empty: 'Le stock n’a pas encore été examiné',
    emptyText: 'Il l’est chaque nuit, après les prévisions.',
  },
  backtest: {
    title: 'Si vous aviez commandé ainsi',
    about: 'Le passé rejoué : même demande, mêmes délais, autres règles de commande',
    run: 'Rejouer le passé',
    length: 'Durée',
    lengths: { half: 'Six mois', year: 'Un an' },
    variants: 'Meilleures ventes, combien',
    policies: { yours: 'Votre règle', min_max: 'Min et max à la main', average_30: 'Moyenne de 30 jours' },
    policyText: {
      yours: 'Prévision, délai et service, comme Institor commande',
      min_max: 'Seuils de l’année d’avant, jamais revus',
      average_30: 'Délai × moyenne des 30 derniers jours',
    },
    actual: 'Ce qui s’est vraiment passé',
    noActual:
      'Ce qui s’est vraiment passé n’est pas à côté : pour la plupart de ces articles, le stock d’alors n’est pas connu.',
    keptCycles: (aim: string, came: string) => `Visé : ${aim} des cycles sans rupture ; obtenu : ${came}.`,
    keptPieces: (aim: string, came: string) =>
      `Visé : ${aim} des pièces servies aussitôt ; obtenu : ${came}.`,
    experience: (share: string) =>
      `À la fin, ${share} des ruptures calculées étaient survenues ; les commandes en tiennent compte.`,
    cost: 'Ce que cela aurait coûté',
    parts: { lost: 'Marge perdue', keeping: 'Stockage', ordering: 'Commande' },
    served: (share: string) => `${share} des pièces servies aussitôt`,
    fill: 'Pièces servies aussitôt',
    cycles: 'Cycles sans rupture',
    stock: 'Stock moyen',
    highest: 'Stock maximal',
    orders: 'Commandes',
    lost: 'Marge perdue',
    keeping: 'Stockage',
    total: 'Perdu, commande et stockage',
    chart: 'Argent immobilisé en stock, semaine par semaine',
    better: (amount: string, other: string) => `Votre règle coûte ${amount} de moins que ${other}.`,
    worse: (amount: string, other: string) => `Votre règle coûte ${amount} de plus que ${other}.`,
    span: (from: string, to: string, variants: string) => `Du ${from} au ${to}, ${variants}`,
    assumed: (count: number) =>
      plural('fr', count, {
        one: 'Pour une, aucun fournisseur n’est connu : un délai de deux semaines a été supposé.',
        other: `Pour ${count}, aucun fournisseur n’est connu : un délai de deux semaines a été supposé.`,
      }),
    earlier: 'Plus tôt',
    empty: 'Rien n’a encore été rejoué',
    emptyText: 'Voyez ce qu’une règle aurait fait l’an dernier avant de lui confier de l’argent.',
  },
};
