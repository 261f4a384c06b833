/** What reports tell apart, in French, by what the definition says. */
export const columns: Readonly<Record<string, string>> = {
  'Hour, day, week from Monday, or month, in the shop’s zone.':
    'Heure, jour, semaine dès lundi, ou mois, dans le fuseau de la boutique.',
  'As the catalogue has it; else as it was called in the latest order.':
    'Comme au catalogue ; sinon comme dans la dernière commande.',
  'Its SKU.': 'Sa référence (SKU).',
  'Its options, such as size and colour.': 'Ses options, comme taille et couleur.',
  'Code of the market in which it was ordered.': 'Code du marché où l’on a commandé.',
  'ISO 3166-1 code of where the order goes, or of who pays where nothing is sent.':
    'Code ISO 3166-1 de la destination de la commande, ou de qui paie si rien n’est expédié.',
  'Per cent of the line’s gross sales that discounts took off.':
    'Pour cent des ventes brutes de la ligne que les remises ont déduits.',
  'As the account and utm_campaign have it.': 'Comme dans le compte publicitaire et utm_campaign.',
  'As the import and utm_source have it.': 'Comme dans l’import et utm_source.',
  'As the import and utm_medium have it.': 'Comme dans l’import et utm_medium.',
  'Name of the brand; of goods without one empty.': 'Nom de la marque ; vide pour les articles sans marque.',
  'The category below those above it, such as Home › Kitchen; of goods without one empty.':
    'La catégorie sous celles au-dessus, comme Maison › Cuisine ; vide pour les articles sans catégorie.',
  'Title of the collection; of goods in none empty.':
    'Titre de la collection ; vide pour les articles qui ne sont dans aucune.',
  '1 is Monday, 7 is Sunday, in the shop’s zone.':
    '1 est lundi, 7 est dimanche, dans le fuseau de la boutique.',
  '00 to 23, in the shop’s zone.': '00 à 23, dans le fuseau de la boutique.',
  '1 is the first.': '1 est la première.',
  'Of the visit with the first step that was taken; the rarest together are other.':
    'De la visite avec la première étape faite ; les plus rares ensemble sont « other ».',
  'Default channel group of Google Analytics 4 of the session in which it was bought.':
    'Groupe de canaux par défaut de Google Analytics 4 de la visite où l’on a acheté.',
  'Month of the first order, by its first day.': 'Mois de la première commande, par son premier jour.',
  '0 is the month of the first order.': '0 est le mois de la première commande.',
  'Days from the first order to the second; none: there is none so far.':
    'Jours de la première commande à la deuxième ; aucun : il n’y en a pas encore.',
  'Where the order goes, or where who pays for it is.': 'Où va la commande, ou bien où est qui la paie.',
  'What the bank or provider gave as the reason; empty where nobody gave one.':
    'Le motif donné par la banque ou le prestataire ; vide si personne n’en a donné.',
  'Who took the money, and kept some of it.': 'Qui a encaissé l’argent, et en a gardé une part.',
  'Through whom it was paid.': 'Par qui l’on a payé.',
  'The month in which it was posted.': 'Le mois de l’écriture.',
  'The country, or its region: DE, US-CA.': 'Le pays, ou sa région : DE, US-CA.',
  'Id of the promotion; of orders from elsewhere their origin and its name there.':
    'Identifiant de la promotion ; pour les commandes venues d’ailleurs, leur origine et son nom là-bas.',
  'What it was called when it was used last.': 'Son nom lors de sa dernière utilisation.',
  'What the shopper chose as the reason.': 'Le motif choisi par l’acheteur.',
  'Id of the product.': 'Identifiant du produit.',
  'As the catalogue has it.': 'Comme au catalogue.',
  'Path of the first page that was seen in the session.': 'Chemin de la première page vue de la visite.',
  'Path of the last page that was seen in the session.': 'Chemin de la dernière page vue de la visite.',
  'Path, without its query; what opens an order is a *.':
    'Chemin, sans sa requête ; ce qui ouvre une commande est un *.',
  'home, product, collection, category, brand, search, content, cart, checkout …':
    'home (accueil), product, collection, category, brand, search, content, cart, checkout …',
  'The page at place 1 of the way.': 'La page à la place 1 du chemin.',
  'The page at place 2 of the way.': 'La page à la place 2 du chemin.',
  'The page at place 3 of the way.': 'La page à la place 3 du chemin.',
  'The page at place 4 of the way.': 'La page à la place 4 du chemin.',
  'The page at place 5 of the way.': 'La page à la place 5 du chemin.',
  'As it was typed, in small letters.': 'Comme saisi, en minuscules.',
  'LCP, INP, CLS, FCP or TTFB (web.dev/articles/vitals).':
    'LCP, INP, CLS, FCP ou TTFB (web.dev/articles/vitals).',
  'home, product, collection … by the address of the page; all of them: all.':
    'home, product, collection … d’après l’adresse de la page ; toutes ensemble : all.',
  'desktop, mobile or tablet, as far as the browser says it; all.':
    'desktop, mobile ou tablet, si le navigateur le dit ; tous ensemble : all.',
  'By its own word.': 'Comme il se nomme lui-même.',
  'The operating system, by the browser’s word.': 'Le système d’exploitation, d’après le navigateur.',
  'utm_source, or the host of the page that linked here. Empty: typed, or not told.':
    'utm_source, ou l’hôte de la page d’où vient le lien. Vide : saisi, ou non dit.',
  'utm_medium.': 'Le support : utm_medium.',
  'utm_campaign.': 'La campagne : utm_campaign.',
  '0 to 23, in the shop’s zone.': '0 à 23, dans le fuseau de la boutique.',
  'The name that marketing tools share for these fifths.':
    'Le nom que les outils de marketing donnent à ces cinquièmes.',
  'Fifth by the days since the last order; 5 is the latest.':
    'Cinquième selon les jours depuis la dernière commande ; 5 est le plus récent.',
  'Fifth by the number of orders; 5 is the most.':
    'Cinquième selon le nombre de commandes ; 5 est le plus grand.',
  'What customers of these fifths are called.': 'Comment on nomme les clients de ces cinquièmes.',
  'Id of a product; of goods that only another shop sold, their SKU.':
    'Identifiant d’un produit ; pour les articles vendus seulement ailleurs, leur SKU.',
  'Id of the other.': 'Identifiant de l’autre.',
  'What that is called.': 'Comment on l’appelle.',
  'Name of a category: the first of each product.': 'Nom d’une catégorie : la première de chaque produit.',
  'The same.': 'La même chose.',
  'Name of the other.': 'Nom de l’autre.',
  'A: the products that make the first 80 % of net sales; B: the next 15 %; C: the rest.':
    'A : les produits qui font les premiers 80 % des ventes nettes ; B : les 15 % suivants ; C : le reste.',
  'How steady weekly pieces are: X up to half of their mean, Y up to the mean, Z above (coefficient of variation); empty of fewer than 8 whole weeks with stock since the first sale.':
    'La régularité des pièces par semaine : X jusqu’à la moitié de leur moyenne, Y jusqu’à la moyenne, Z au-delà (coefficient de variation) ; vide pour moins de 8 semaines entières en stock depuis la première vente.',
  'rising, falling, or steady: what may be chance.':
    'rising (en hausse), falling (en baisse) ou steady : ce qui peut être dû au hasard.',
  'Default channel group of Google Analytics 4; empty: the session is not known.':
    'Groupe de canaux par défaut de Google Analytics 4 ; vide : la visite n’est pas connue.',
};
