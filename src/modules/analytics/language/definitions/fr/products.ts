/** What numbers of products are, in French, by what the definition says. */
export const products: Readonly<Record<string, string>> = {
  'Visits in which it was looked at and put into the cart.': 'Visites où il a été regardé et mis au panier.',
  'Visits in which it was looked at and bought.': 'Visites où il a été regardé et acheté.',
  'Of visits that looked at it: those that put it into the cart.':
    'Des visites qui l’ont regardé : celles qui l’ont mis au panier.',
  'Lower bound of the interval that holds the truth 95 times of 100 (Wilson).':
    'Borne basse de l’intervalle qui contient la vérité 95 fois sur 100 (Wilson).',
  'Upper bound of the interval that holds the truth 95 times of 100 (Wilson).':
    'Borne haute de l’intervalle qui contient la vérité 95 fois sur 100 (Wilson).',
  'Of visits that looked at it: those that bought it.':
    'Des visites qui l’ont regardé : celles qui l’ont acheté.',
  'Orders of which any of it came back ÷ orders with it.':
    'Commandes dont une partie est revenue ÷ commandes qui l’ont.',
  'Pieces that came back ÷ pieces sold.': 'Pièces revenues ÷ pièces vendues.',
  'What was credited for it ÷ what was paid for it (gross sales − discounts).':
    'Ce qui en a été remboursé ÷ ce qui en a été payé (ventes brutes − remises).',
  'Pieces that can be sold: on hand and promised to nobody. None where stock is not counted.':
    'Pièces pouvant être vendues : en stock et promises à personne. Aucun chiffre là où le stock n’est pas compté.',
  'Available ÷ mean pieces sold a day over days in stock: how many days it lasts.':
    'Disponible ÷ pièces vendues par jour en moyenne sur les jours en stock : combien de jours cela dure.',
  'Lower bound of the interval that holds the truth 95 times of 100, by Student’s interval of daily sales.':
    'Borne basse de l’intervalle qui contient la vérité 95 fois sur 100, par l’intervalle de Student des ventes quotidiennes.',
  'Upper bound of the interval that holds the truth 95 times of 100; none where nothing might be sold.':
    'Borne haute de l’intervalle qui contient la vérité 95 fois sur 100 ; aucune là où il se peut que rien ne se vende.',
  'Days on which nothing of any of its variants was there from morning to night, as far as stock was counted then.':
    'Jours où, du matin au soir, rien d’aucune de ses variantes n’était là, autant que le stock était compté alors.',
  'Pieces that can be sold: on hand and promised to nobody.':
    'Pièces pouvant être vendues : en stock et promises à personne.',
  'Days since it was last sold; of all, of what was sold last. None where it never was.':
    'Jours depuis la dernière vente ; du total, depuis la plus récente. Aucun chiffre là où il n’y en a jamais eu.',
  'Baskets with both; in the line of all: baskets.':
    'Paniers avec les deux ; sur la ligne de tous : paniers.',
  'Baskets with both ÷ all baskets.': 'Paniers avec les deux ÷ tous les paniers.',
  'How many times as often together as by chance.': 'Combien de fois plus souvent ensemble que par hasard.',
  'Lower bound of the interval that holds the lift 95 times of 100.':
    'Borne basse de l’intervalle qui contient le lift 95 fois sur 100.',
  'Upper bound of that interval.': 'Borne haute de cet intervalle.',
  'Of baskets with the first: those with the second.': 'Des paniers avec le premier : ceux avec le second.',
  'Of baskets with the second: those with the first.': 'Des paniers avec le second : ceux avec le premier.',
  'That chance alone brings them together so often (Fisher’s exact test).':
    'Que le seul hasard les réunisse aussi souvent (test exact de Fisher).',
  'The same among all pairs that were looked at (Benjamini and Hochberg).':
    'De même parmi toutes les paires examinées (Benjamini et Hochberg).',
  'Net sales ÷ those of all products that sold for something.':
    'Ventes nettes ÷ celles de tous les produits qui ont rapporté.',
  'The same of this product and all that sold more.':
    'De même pour ce produit et tous ceux qui ont vendu plus.',
  'Pieces sold, before anything came back.': 'Pièces vendues, avant tout retour.',
  'Standard deviation of weekly pieces ÷ their mean.': 'Écart type des pièces par semaine ÷ leur moyenne.',
  'Products that sold for something or came back.': 'Produits qui ont rapporté ou sont revenus.',
  'Products ÷ all of these.': 'Produits ÷ tous ceux-ci.',
  'Orders with it.': 'Commandes qui l’ont.',
  'Orders with it before.': 'Commandes qui l’avaient avant.',
  'Orders with it ÷ orders of the span.': 'Commandes qui l’ont ÷ commandes de la période.',
  'Share of orders: lower bound of the interval that holds it 95 times of 100 (Wilson).':
    'Part des commandes : borne basse de l’intervalle qui la contient 95 fois sur 100 (Wilson).',
  'Share of orders: upper bound of that interval.': 'Part des commandes : borne haute de cet intervalle.',
  'Orders with it ÷ orders, before.': 'Commandes qui l’avaient ÷ commandes, avant.',
  'Share of orders before: lower bound of the interval that holds it 95 times of 100 (Wilson).':
    'Part des commandes avant : borne basse de l’intervalle qui la contient 95 fois sur 100 (Wilson).',
  'Share of orders before: upper bound of that interval.':
    'Part des commandes avant : borne haute de cet intervalle.',
  'That so great a change is chance, among all products that were looked at.':
    'Qu’un si grand changement soit dû au hasard, parmi tous les produits examinés.',
  'The same before.': 'De même avant.',
  'Net sales − net sales before.': 'Ventes nettes − ventes nettes d’avant.',
};
