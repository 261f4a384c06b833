import type { LostWhy } from '../mandate/mandate.ts';

/** What is written by mail when a kind loses its mandate, in the language of whoever reads it. */
export type DecisionWords = {
  /** Kinds as they are called within a sentence; another's is its id. */
  readonly kinds: Readonly<Record<string, string>>;
  readonly lostSubject: (kind: string) => string;
  readonly lost: Readonly<Record<LostWhy, (held: number, of: number, stated: string) => string>>;
  readonly since: string;
  readonly look: string;
  readonly whyYou: string;
};

export const DECISION_WORDS: Readonly<Record<'en' | 'de' | 'fr' | 'es', DecisionWords>> = {
  en: {
    kinds: {
      ...{ mark_down: 'mark down', raise_price: 'raise a price', hide_product: 'hide a product' },
      ...{
        stop_backorders: 'stop backorders',
        low_stock_promotion_off: 'end a promotion',
        reorder: 'reorder',
      },
      ...{ expedite: 'expedite', transfer: 'transfer', split_order: 'split an order' },
    },
    lostSubject: (kind) => `“${kind}” asks again before it acts`,
    lost: {
      intervals: (held, of, stated) =>
        `Of ${of} predictions only ${held} came true within their range; it had promised ${stated}. That is no bad luck any more.`,
      money: (_held, of) => `Its last ${of} decisions have cost more than they brought, beyond doubt.`,
    },
    since: 'It has given its mandate back by itself. From now on each of its proposals waits for you.',
    look: 'See its score',
    whyYou:
      'You get this because you may say what is decided without asking. Only a person can give the mandate again.',
  },
  de: {
    kinds: {
      ...{ mark_down: 'Preis senken', raise_price: 'Preis anheben', hide_product: 'Produkt ausblenden' },
      ...{
        stop_backorders: 'Nachlieferung stoppen',
        low_stock_promotion_off: 'Aktion beenden',
        reorder: 'Nachbestellen',
      },
      ...{ expedite: 'Beschleunigen', transfer: 'Umlagern', split_order: 'Bestellung teilen' },
    },
    lostSubject: (kind) => `„${kind}“ fragt wieder, bevor es handelt`,
    lost: {
      intervals: (held, of, stated) =>
        `Von ${of} Vorhersagen lagen nur ${held} im angegebenen Bereich; zugesagt waren ${stated}. Das ist kein Pech mehr.`,
      money: (_held, of) => `Die letzten ${of} Entscheidungen haben zweifelsfrei mehr gekostet als gebracht.`,
    },
    since: 'Die Vollmacht wurde von selbst zurückgegeben. Ab jetzt wartet jeder Vorschlag auf Sie.',
    look: 'Bilanz ansehen',
    whyYou:
      'Sie erhalten dies, weil Sie Vollmachten erteilen dürfen. Nur ein Mensch kann sie wieder erteilen.',
  },
  fr: {
    kinds: {
      ...{ mark_down: 'baisser un prix', raise_price: 'relever un prix', hide_product: 'masquer un produit' },
      ...{ stop_backorders: 'arrêter les précommandes', low_stock_promotion_off: 'arrêter une promotion' },
      ...{
        reorder: 'réapprovisionner',
        expedite: 'accélérer',
        transfer: 'transférer',
        split_order: 'scinder une commande',
      },
    },
    lostSubject: (kind) => `« ${kind} » demande de nouveau avant d’agir`,
    lost: {
      intervals: (held, of, stated) =>
        `Sur ${of} prévisions, seules ${held} se sont réalisées dans leur intervalle ; ${stated} étaient annoncées. Ce n’est plus de la malchance.`,
      money: (_held, of) =>
        `Ses ${of} dernières décisions ont coûté plus qu’elles n’ont rapporté, sans aucun doute.`,
    },
    since: 'Le mandat a été rendu de lui-même. Chaque proposition attend désormais votre accord.',
    look: 'Voir le bilan',
    whyYou:
      'Vous recevez ce message car vous pouvez donner des mandats. Seule une personne peut le redonner.',
  },
  es: {
    kinds: {
      ...{
        mark_down: 'bajar un precio',
        raise_price: 'subir un precio',
        hide_product: 'ocultar un producto',
      },
      ...{ stop_backorders: 'parar pedidos pendientes', low_stock_promotion_off: 'terminar una promoción' },
      ...{
        reorder: 'reponer',
        expedite: 'acelerar',
        transfer: 'trasladar',
        split_order: 'dividir un pedido',
      },
    },
    lostSubject: (kind) => `«${kind}» vuelve a preguntar antes de actuar`,
    lost: {
      intervals: (held, of, stated) =>
        `De ${of} previsiones solo ${held} se cumplieron dentro de su margen; se habían prometido ${stated}. Ya no es mala suerte.`,
      money: (_held, of) =>
        `Sus últimas ${of} decisiones han costado más de lo que han aportado, sin duda alguna.`,
    },
    since: 'Ha devuelto su mandato por sí mismo. Desde ahora cada propuesta espera tu decisión.',
    look: 'Ver sus resultados',
    whyYou: 'Recibes esto porque puedes dar mandatos. Solo una persona puede volver a darlo.',
  },
};
