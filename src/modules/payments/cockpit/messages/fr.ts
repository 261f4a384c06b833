import { plural, type Translated } from '../../../../platform/cockpit/text/index.ts';
import type { en } from './en.ts';

export const fr: Translated<typeof en> = {
  title: 'Paiements',
  about: 'Avec qui la boutique encaisse, et ce que propose la caisse.',
  nowhere: 'Aucune commande ne peut être payée',
  nowhereText:
    'Aucun moyen de paiement n’est activé avec un prestataire configuré. Configurez un prestataire, puis activez un moyen de paiement.',
  noneIn: (market) => `Aucune commande ne peut être payée : ${market}`,
  noneInText: (currency) => `Aucun moyen de paiement n’y est proposé en ${currency}. La caisse est vide.`,
  onlyTest: 'Seul de l’argent fictif est accepté',
  onlyTestText:
    'La caisse ne propose que le prestataire de test : les commandes semblent payées, et aucun argent n’arrive.',
  providers: 'Prestataires',
  names: {
    ...{ stripe: 'Stripe', paypal: 'PayPal', worldpay: 'Worldpay', test: 'Prestataire de test' },
    ...{ bank_transfer: 'Virement', cash_on_delivery: 'Paiement à la livraison' },
  },
  abouts: {
    stripe: 'Cartes et portefeuilles, dans la page ou sur celle de Stripe.',
    paypal: 'Sur la page de PayPal.',
    worldpay: 'Cartes, dans la page ou sur celle de Worldpay.',
    bank_transfer: 'Les clients font un virement avec une référence ; vous notez l’argent à son arrivée.',
    cash_on_delivery: 'Le transporteur encaisse à la porte ; vous notez l’argent à son arrivée.',
    test: 'Intégré, pour essayer. Accepte des cartes inventées, jamais d’argent.',
  },
  environments: { test: 'Mode test', live: 'Réel' },
  isSetUp: 'Configuré',
  notSetUp: 'Non configuré',
  alwaysThere: 'Toujours là',
  setUp: 'Configurer',
  change: 'Modifier',
  test: 'Tester la connexion',
  testTyped: 'Tester la saisie',
  ways: (count) =>
    count === 0
      ? 'Non proposé'
      : `Proposé par ${count} ${plural('fr', count, { one: 'moyen de paiement', other: 'moyens de paiement' })}`,
  lastWebhook: 'Dernier webhook',
  noWebhook: 'Aucun webhook n’est encore arrivé.',
  missing: {
    account: 'Un moyen de paiement l’utilise, mais il n’est pas configuré : les clients ne le voient pas.',
    way: 'Configuré, mais aucun moyen de paiement ne l’utilise.',
    webhook: 'Aucun webhook n’est encore arrivé. Indiquez l’adresse chez le prestataire.',
    unreadable: 'Ce qui était conservé ne s’ouvre plus, sa clé a disparu. Saisissez-le de nouveau.',
    play: 'Les commandes semblent payées, et aucun argent n’arrive.',
    twoSecrets: 'Deux secrets de webhook sont valables.',
  },
  trial: {
    reached: (name, seconds) => `${name} a répondu en ${seconds} et accepte ces identifiants.`,
    environments: { test: 'Mode test : pas d’argent réel.', live: 'Réel : l’argent est vrai.' },
    wrong: (name, field) => `${name} a répondu, mais n’accepte pas ceci : ${field}.`,
    notAllowed: (name) => `${name} connaît le compte, mais ses droits ne suffisent pas pour une boutique.`,
    unreachable: (name, why) => `${name} n’a pas répondu : ${why}`,
    thisOne: 'Le prestataire n’accepte pas ceci.',
  },
  unknown: 'Cela n’existe pas ici',
  credentials: 'Identifiants',
  credentialsText: {
    stripe:
      'Chez Stripe, sous Développeurs → Clés API. Stripe sépare les clés de test et réelles. Une clé limitée doit pouvoir ' +
      'écrire Checkout Sessions, Payment Intents, Refunds, Disputes et Files, et lire Balance et Payouts.',
    paypal: 'Sur developer.paypal.com, sous Apps & Credentials.',
    worldpay: 'Dans votre tableau de bord Worldpay, sous Developer tools.',
    bank_transfer: 'Montré aux clients qui choisissent le virement, avec le montant et une référence.',
  },
  fields: {
    ...{ secretKey: 'Clé secrète', publishableKey: 'Clé publiable', environment: 'Mode' },
    ...{ clientId: 'Client ID', clientSecret: 'Client secret', webhookId: 'ID du webhook' },
    ...{
      username: 'Nom d’utilisateur',
      password: 'Mot de passe',
      entity: 'Entité',
      checkoutId: 'Checkout ID',
    },
    ...{ holder: 'Titulaire du compte', iban: 'IBAN', bic: 'BIC', bank: 'Banque' },
    ...{ webhookSecret: 'Secret du webhook', keyId: 'ID du secret du webhook' },
  },
  kept: 'Conservé. Laissez vide pour le garder',
  optional: 'Facultatif',
  showTyped: (field) => `Afficher la saisie : ${field}`,
  stepUpText:
    'Conservé chiffré et plus jamais affiché. Avant l’enregistrement, vous confirmez que c’est bien vous.',
  save: 'Enregistrer',
  saved: (name) => `${name} est enregistré`,
  webhooks: 'Webhooks',
  webhooksText: {
    stripe:
      'Chez Stripe, sous Développeurs → Webhooks, ajoutez cette adresse pour tous les événements de paiements et de litiges.',
    paypal: 'Dans votre application PayPal, ajoutez cette adresse comme webhook pour tous les événements.',
    worldpay: 'Dans votre tableau de bord Worldpay, sous Webhooks, ajoutez cette adresse.',
    bank_transfer: '',
  },
  webhookUrl: 'Adresse des webhooks',
  keepOld: 'Garder l’actuel à côté d’un nouveau',
  keepOldText: 'Pendant que le prestataire change, les deux sont acceptés et rien n’est perdu.',
  dropOld: 'N’accepter que le nouveau',
  dropOldTitle: 'N’accepter que le nouveau secret ?',
  dropOldText: 'Les webhooks encore signés avec l’ancien seront refusés.',
  offerAnother: 'Ajouter un moyen de paiement',
  methods: 'Moyens de paiement',
  methodsText: 'Comme la caisse les montre, de haut en bas.',
  noMethods: 'Pas encore de moyen de paiement',
  noMethodsText:
    'Configurez un prestataire ci-dessus, puis ajoutez un moyen de paiement : ce que les clients choisissent à la caisse.',
  modes: { in_page: 'Dans la page', redirect: 'Sur la page du prestataire', by_hand: 'À la main' },
  modesText: {
    in_page:
      'Des champs du prestataire se trouvent dans votre caisse. Plus fluide ; demande un peu plus pour les cartes.',
    redirect:
      'Les clients vont sur la page du prestataire et reviennent. C’est ce qui demande le moins pour les cartes.',
    by_hand: 'L’argent arrive hors de la boutique, et quelqu’un le note.',
  },
  everywhere: 'Tous les marchés',
  capturedLater: 'encaissé à l’expédition',
  isOffered: (name) => `Proposé : ${name}`,
  turnedOn: (name) => `${name} est proposé`,
  turnedOff: (name) => `${name} n’est plus proposé`,
  between: (min, max) => `de ${min} à ${max}`,
  from: (min) => `à partir de ${min}`,
  upTo: (max) => `jusqu’à ${max}`,
  on: 'Proposé',
  off: 'Désactivé',
  how: 'Comment les clients paient',
  provider: 'Prestataire',
  mode: 'Où',
  titles: 'Nom à la caisse',
  titlesText: 'Dans chaque langue de la boutique. À défaut, le nom d’une autre langue est montré.',
  where: 'Où il est proposé',
  markets: 'Marchés',
  marketsText: 'Aucun choisi : tous.',
  min: (currency) => `Commandes à partir de (${currency})`,
  max: (currency) => `Commandes jusqu’à (${currency})`,
  taking: 'Encaisser l’argent',
  taken: 'L’argent est encaissé',
  atOnce: 'À la commande',
  atOnceText: 'Plus rien à faire. Un remboursement le rend.',
  later: 'À l’expédition',
  laterText:
    'Réservé d’abord, puis encaissé par vous. La plupart des réservations durent environ une semaine.',
  offered: 'Proposé à la caisse',
  madeMethod: 'Le moyen de paiement est ajouté',
  savedMethod: 'Le moyen de paiement est enregistré',
  preview: {
    title: 'Ce que montre la caisse',
    about: 'Pour un panier de ce marché, et pourquoi pas les autres.',
    market: 'Marché',
    language: 'Langue',
    amount: 'À payer',
    noAmount: 'Saisissez un montant.',
    none: 'Rien : ce panier ne peut pas être payé.',
    verdicts: {
      off: 'désactivé',
      other_market: 'pas dans ce marché',
      too_little: 'montant trop petit',
      too_much: 'montant trop grand',
      unsupported_amount: 'montant impossible chez le prestataire',
      not_set_up: 'prestataire non configuré',
    },
  },
  cards: {
    title: 'Données de carte et PCI DSS',
    noCards: 'Aucune carte n’est acceptée : rien à attester.',
    questionnaire: (name) => `Votre questionnaire : ${name}`,
    where: {
      on_page_of_provider:
        'Les cartes sont saisies uniquement sur la page du prestataire. La boutique ne les voit jamais.',
      in_fields_of_provider:
        'Les cartes sont saisies dans des champs du prestataire placés dans votre caisse. La boutique ne les voit jamais, mais sa page doit rester sans autres scripts : elle est vérifiée chaque jour.',
      none: 'Aucune carte n’est en jeu.',
    },
    more: (count) => `Afficher les ${count} points que vous attestez`,
    less: 'Afficher moins',
    neverLooked: 'Les pages de paiement n’ont pas encore été examinées.',
    looked: (at, scripts) =>
      `Examinées le ${at} : ${scripts} ${plural('fr', scripts, { one: 'script', other: 'scripts' })}.`,
    notApproved: 'Personne ne les a encore approuvées.',
    approved: (by, at) => `Approuvées par ${by}, ${at}.`,
    findings: (count) => `${count} ${plural('fr', count, { one: 'écart', other: 'écarts' })} à examiner.`,
    attested: {
      'SAQ A, eligibility':
        'Tout traitement de cartes est confié à un prestataire conforme à PCI DSS ; la boutique ne conserve, ne traite et ne transmet rien, même sur papier.',
      '12.8':
        'Il existe une liste des prestataires, avec un accord écrit et un contrôle annuel de leur conformité.',
      '8.2, 8.3': 'Qui administre la boutique a son propre compte, avec deux facteurs.',
      '6.3.3': 'Les mises à jour critiques de la boutique et du serveur sont installées dans le mois.',
      '11.3.2': 'La boutique est analysée de l’extérieur par un fournisseur agréé (ASV) tous les trois mois.',
      '12.10.1': 'Il existe un plan pour le cas où des données de carte auraient été volées.',
      'SAQ A r1, eligibility (FAQ 1588)':
        'La boutique n’est pas exposée aux attaques par scripts : confirmé par ce qu’elle fait (inventaire et politique selon 6.4.3, contrôle quotidien avec approbations selon 11.6.1), ou par écrit par le prestataire.',
    },
  },
};
