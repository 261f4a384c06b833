/** What numbers of customers are, in French, by what the definition says. */
export const customers: Readonly<Record<string, string>> = {
  'Customers whose first order is in the cohort: accounts, and guests by their e-mail address.':
    'Clients dont la première commande est dans la cohorte : comptes, et invités selon leur adresse e-mail.',
  'Those of them who bought so many months later; of the total, who bought again at any time.':
    'Ceux d’entre eux qui ont acheté tant de mois plus tard ; du total, ceux qui ont racheté un jour.',
  'Customers who bought in that month ÷ customers of the cohort.':
    'Clients ayant acheté ce mois-là ÷ clients de la cohorte.',
  'Orders of the cohort’s customers so many months later.':
    'Commandes des clients de la cohorte tant de mois plus tard.',
  'Customers whose first order was in the span.': 'Clients dont la première commande était dans la période.',
  'Those of them who ordered again.': 'Ceux d’entre eux qui ont recommandé.',
  'Mean days to the second order of those who have one.':
    'Nombre moyen de jours jusqu’à la deuxième commande de ceux qui en ont une.',
  'Customers who bought in the span: accounts, and guests by their e-mail address.':
    'Clients ayant acheté dans la période : comptes, et invités selon leur adresse e-mail.',
  'Customers ÷ all customers who bought.': 'Clients ÷ tous les clients ayant acheté.',
  'Their orders.': 'Leurs commandes.',
  'Gross sales − discounts − returns of these orders.':
    'Ventes brutes − remises − remboursements de ces commandes.',
  'Net sales ÷ net sales of all of these customers.': 'Ventes nettes ÷ ventes nettes de tous ces clients.',
  'Net sales ÷ customers.': 'Ventes nettes ÷ clients.',
  'The fewest days from a customer’s last order to the end of the span.':
    'Le moins de jours entre la dernière commande d’un client et la fin de la période.',
  'The most days from a customer’s last order to the end of the span.':
    'Le plus de jours entre la dernière commande d’un client et la fin de la période.',
  'The fewest orders of a customer.': 'Le moins de commandes d’un client.',
  'The most orders of a customer.': 'Le plus de commandes d’un client.',
};
