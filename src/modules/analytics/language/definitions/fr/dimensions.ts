/** What dimensions are, in French, by what the definition says. */
export const dimensions: Readonly<Record<string, string>> = {
  'Code of the market in which it was ordered or visited.':
    'Code du marché où l’on a commandé ou que l’on a visité.',
  'ISO 3166-1 code of where the order goes, or of who pays where nothing is sent; of visits, where they came from.':
    'Code ISO 3166-1 de la destination de la commande, ou de celui qui paie si rien n’est envoyé ; des visites, d’où elles venaient.',
  'State or province of where the order goes.': 'État ou province de la destination de la commande.',
  'Currency in which it was sold. Money is never summed over currencies.':
    'Devise de la vente. L’argent n’est jamais additionné entre devises.',
  'Empty: this shop. Else the import that the order came with.':
    'Vide : cette boutique. Sinon l’import avec lequel la commande est arrivée.',
  'Day of the week in the shop’s zone: 1 is Monday, 7 is Sunday.':
    'Jour de la semaine dans le fuseau de la boutique : 1 est lundi, 7 est dimanche.',
  'Hour of the day in the shop’s zone, 00 to 23.': 'Heure du jour dans le fuseau de la boutique, de 00 à 23.',
  'Id of the product; of goods that only another shop sold, their SKU.':
    'Id du produit ; des articles que seule une autre boutique a vendus, leur SKU.',
  'Id of the variant; of goods that only another shop sold, their SKU.':
    'Id de la variante ; des articles que seule une autre boutique a vendus, leur SKU.',
  'SKU of the variant.': 'SKU de la variante.',
  'What the product is called: as the catalogue has it, else as in the latest order.':
    'Nom du produit : celui du catalogue, sinon celui de la dernière commande.',
  'Options of the variant.': 'Options de la variante.',
  'Brand of the product.': 'Marque du produit.',
  'Category of the product.': 'Catégorie du produit.',
  'Collection of the product. What is in several is counted with each; totals count it once.':
    'Collection du produit. Ce qui est dans plusieurs compte pour chacune ; les totaux le comptent une fois.',
  'Per cent of the line’s gross sales that discounts took off when it was sold.':
    'Pourcentage des ventes brutes de la ligne que les remises ont retiré à la vente.',
  'new: it is the customer’s first order ever. returning: any later one. Nobody knows: empty.':
    'new : la toute première commande du client. returning : toute commande suivante. Inconnu : vide.',
  'Default channel group of Google Analytics 4 of the visit; of orders, of the first session that told of it. Empty: the session is not known.':
    'Groupe de canaux par défaut de Google Analytics 4 de la visite ; des commandes, de la première visite qui l’a signalée. Vide : la visite n’est pas connue.',
  'utm_source of the visit, or what stands for it.': 'utm_source de la visite, ou ce qui en tient lieu.',
  'utm_medium of the visit, or what stands for it.': 'utm_medium de la visite, ou ce qui en tient lieu.',
  'utm_campaign of the visit.': 'utm_campaign de la visite.',
  'First page of the visit.': 'Première page de la visite.',
  'Last page of the visit.': 'Dernière page de la visite.',
  'desktop, mobile or tablet, as far as the browser says it.':
    'desktop, mobile ou tablet, autant que le navigateur le dit.',
  'Who was to take the money.': 'Qui devait encaisser l’argent.',
  'Where it was paid: on a page of the provider’s, in the shop’s own page, or by hand.':
    'Où l’on a payé : sur une page du prestataire, dans la page de la boutique, ou manuellement.',
  'Why an attempt to pay came to nothing; empty where nobody gave a reason.':
    'Pourquoi une tentative de paiement est restée sans suite ; vide si personne n’a donné de raison.',
  'Browser, as it says itself.': 'Navigateur, tel qu’il se nomme.',
  'Operating system, as the browser says it.': 'Système d’exploitation, selon le navigateur.',
  'How the visitor is known: cookieless for a day, consented by an id of the shop, or signed in.':
    'Comment le visiteur est reconnu : sans cookie pour un jour, avec consentement par un identifiant de la boutique, ou connecté.',
  'Language of the pages that were visited.': 'Langue des pages visitées.',
};
