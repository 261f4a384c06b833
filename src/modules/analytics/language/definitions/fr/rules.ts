/** Of which time numbers speak, in French, by what the definition says. */
export const rules: Readonly<Record<string, string>> = {
  'By the day on which it was posted, in the shop’s zone.':
    'Selon le jour de comptabilisation, dans le fuseau de la boutique.',
  'By the day on which it was posted, in the shop’s zone. Whenever the order was placed.':
    'Selon le jour de comptabilisation, dans le fuseau de la boutique, quelle que soit la date de commande.',
  'By the day on which the order was first sold, in the shop’s zone.':
    'Selon le jour où la commande a été vendue pour la première fois, dans le fuseau de la boutique.',
  'By the day on which goods left or came back, which may be later than the sale.':
    'Selon le jour où les marchandises sont parties ou revenues, qui peut être postérieur à la vente.',
  'Sales when they are sold, costs when goods leave: of a short span with much on the way it is too high.':
    'Les ventes comptent à la vente, les coûts au départ des marchandises : sur une courte période avec beaucoup d’envois en cours, c’est trop élevé.',
  'By the day of the advertiser’s account.': 'Selon le jour du compte publicitaire.',
  'Ad spend: by the day of the advertiser’s account. Sales: by the day on which they were posted, in the shop’s zone.':
    'Dépenses publicitaires : selon le jour du compte publicitaire. Ventes : selon le jour de comptabilisation, dans le fuseau de la boutique.',
  'By the day on which the session began, in the shop’s zone.':
    'Selon le jour où la visite a commencé, dans le fuseau de la boutique.',
  'By the day on which the session began, in the shop’s zone. Of every currency.':
    'Selon le jour où la visite a commencé, dans le fuseau de la boutique. Toutes devises confondues.',
  'Sales by the day on which they were posted, sessions by the day on which they began.':
    'Ventes selon le jour de comptabilisation, visites selon le jour où elles ont commencé.',
  'By the day on which the attempt began, in the shop’s zone, with what came of it until now.':
    'Selon le jour où la tentative a commencé, dans le fuseau de la boutique, avec ce qui en est advenu jusqu’ici.',
  'At the end of the day, in the shop’s zone.': 'À la fin de la journée, dans le fuseau de la boutique.',
  'Of the orders first sold on that day in the shop’s zone, with all that became of them until now.':
    'Des commandes vendues pour la première fois ce jour-là (fuseau de la boutique), avec tout ce qui en est advenu jusqu’ici.',
  'By the day on which the session of the first step began, in the shop’s zone.':
    'Selon le jour où la visite de la première étape a commencé, dans le fuseau de la boutique.',
  'By the month of the first order; months later are calendar months of the shop’s zone.':
    'Selon le mois de la première commande ; les mois suivants sont des mois civils du fuseau de la boutique.',
  'By the day of the customer’s first order, in the shop’s zone, with all that came after it until now.':
    'Selon le jour de la première commande du client, dans le fuseau de la boutique, avec tout ce qui a suivi jusqu’ici.',
  'Of orders by the day on which they were first sold, in the shop’s zone.':
    'Des commandes selon le jour où elles ont été vendues pour la première fois, dans le fuseau de la boutique.',
  'By the day on which the return was asked for, in the shop’s zone, whenever it was ordered.':
    'Selon le jour où le retour a été demandé, dans le fuseau de la boutique, quelle que soit la date de commande.',
  'Of the orders first sold in the span, in the shop’s zone, with all that became of them until now.':
    'Des commandes vendues pour la première fois dans la période (fuseau de la boutique), avec tout ce qui en est advenu jusqu’ici.',
  'Of now.': 'De maintenant.',
  'Stock of now; demand of the days of the span on which it could be bought. Of every market and currency.':
    'Stock actuel ; demande des jours de la période où l’article pouvait être acheté. Tous marchés et devises confondus.',
  'Days of the span, in the shop’s zone.': 'Jours de la période, dans le fuseau de la boutique.',
  'To the end of the span, in the shop’s zone.':
    'Jusqu’à la fin de la période, dans le fuseau de la boutique.',
  'By the day on which the page was seen, in the shop’s zone.':
    'Selon le jour où la page a été vue, dans le fuseau de la boutique.',
  'By the day on which the session began, in the shop’s zone. Views by the day on which the page was seen.':
    'Selon le jour où la visite a commencé, dans le fuseau de la boutique. Vues selon le jour où la page a été vue.',
  'By the day on which it was measured, in the shop’s zone.':
    'Selon le jour de la mesure, dans le fuseau de la boutique.',
  'Orders first sold in the span, in the shop’s zone, with all that came back of them until now.':
    'Commandes vendues pour la première fois dans la période (fuseau de la boutique), avec tout ce qui en est revenu jusqu’ici.',
  'Orders first sold in the span, in the shop’s zone. What a customer orders again all the same counts once.':
    'Commandes vendues pour la première fois dans la période (fuseau de la boutique). Ce qu’un client recommande à l’identique compte une fois.',
  'Orders sold in the span, and in that before (or a year before), in the shop’s zone.':
    'Commandes vendues dans la période et dans la précédente (ou un an plus tôt), dans le fuseau de la boutique.',
};
