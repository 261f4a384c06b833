import { plural, type Translated } from '../../../../../platform/cockpit/text/index.ts';
import type { products as en } from './en.ts';

export const products: Translated<typeof en> = {
  answers: {
    product_performance: 'Quels produits sont vus, achetés, retournés, et combien de temps dure le stock ?',
    dead_stock: 'Qu’est-ce qui reste sans se vendre ?',
    bought_together: 'Quels produits vont ensemble ?',
    bought_together_by_category: 'Quelles catégories vont ensemble ?',
    abc_xyz: 'Quels produits portent la boutique, et avec quelle régularité ?',
    abc_xyz_matrix: 'Comment l’assortiment se compose-t-il ?',
    product_movers: 'Qu’est-ce qui monte et descend, au-delà du hasard ?',
  },
  title: 'Analyse des produits',
  view: 'Vue',
  views: {
    performance: 'Performance',
    range: 'Assortiment',
    movers: 'Tendances',
    together: 'Achetés ensemble',
    dead: 'Stock dormant',
  },
  performanceAbout:
    'Visites, commandes, retours et stock de chaque produit. En petit : l’intervalle qui contient la vérité 95 fois sur 100.',
  margin: 'Marge',
  costKnown: (share: string) => `coût connu pour ${share}`,
  ofPieces: (share: string) => `${share} des pièces`,
  ofValue: (share: string) => `${share} de la valeur`,
  left: (count: string) => `${count} restants`,
  days: (shown: string, count: number) =>
    plural('fr', count, { one: `${shown} jour`, other: `${shown} jours` }),
  soldOutDays: (days: string) => `${days} en rupture`,
  rangeAbout:
    'Lignes : la part des ventes nettes d’un produit. Colonnes : la régularité de la demande, semaine après semaine.',
  abc: {
    A: 'A · les premiers 80 % des ventes',
    B: 'B · les 15 % suivants',
    C: 'C · les derniers 5 %',
  },
  xyz: {
    X: 'X · régulier',
    Y: 'Y · variable',
    Z: 'Z · irrégulier',
    none: 'Trop récent',
  },
  tooShort: 'La régularité demande huit semaines entières. Choisissez 90 jours ou plus.',
  show90: 'Afficher 90 jours',
  productsCount: (shown: string, count: number) =>
    plural('fr', count, { one: `${shown} produit`, other: `${shown} produits` }),
  ofSales: (share: string) => `${share} des ventes`,
  everyClass: 'Tous les produits',
  moversAbout:
    'Dans une part plus grande ou plus petite des commandes qu’avant, au-delà du hasard. Ce qui porte toute la boutique n’en déplace aucun.',
  riser: 'En hausse',
  faller: 'En baisse',
  noRisers: 'Rien ne monte au-delà du hasard',
  noFallers: 'Rien ne baisse au-delà du hasard',
  ofOrders: (now: string, before: string) => `dans ${now} des commandes, ${before} avant`,
  steadyCount: (shown: string, count: number) =>
    plural('fr', count, {
      one: `${shown} produit n’a pas bougé au-delà du hasard.`,
      other: `${shown} produits n’ont pas bougé au-delà du hasard.`,
    }),
  fewOrders: 'Trop peu de commandes pour le dire',
  fewOrdersText: 'Un produit doit avoir cinq commandes sur les deux périodes réunies.',
  togetherAbout: (baskets: string) =>
    `Sur ${baskets} paniers. Dans cinq au moins, et au plus 5 paires sur 100 sont dues au hasard.`,
  byProduct: 'Produits',
  byCategory: 'Catégories',
  level: 'Ce qui est apparié',
  times: (lift: string) => `${lift} × plus souvent que par hasard`,
  alsoBuy: (share: string, first: string, second: string) =>
    `${share} avec ${first} prennent aussi ${second}`,
  baskets: (shown: string, count: number) =>
    plural('fr', count, { one: `${shown} panier`, other: `${shown} paniers` }),
  chance: (rate: string) => `fausse découverte ${rate}`,
  showWith: (first: string) => `Le montrer avec ${first}`,
  noPairs: 'Rien n’est acheté ensemble au-delà du hasard',
  noPairsText: 'Une paire demande cinq paniers au moins. Choisissez plus de jours.',
  deadAbout: 'Peut être vendu et ne l’a pas été sur toute la période.',
  nothingDead: 'Tout ce qui est en stock se vend',
  nothingDeadText: 'Aucun produit en stock n’est resté sans vente sur cette période.',
  never: 'jamais vendu',
  to: (low: string, high: string) => `${low} à ${high}`,
  from: (low: string) => `${low} ou plus`,
};
