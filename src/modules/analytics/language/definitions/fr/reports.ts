/** What reports are about, in French, by what the definition says. */
export const reports: Readonly<Record<string, string>> = {
  'What was sold, day by day: gross, discounts, returns, net, delivery, tax, and how many orders.':
    'Ce qui a été vendu, jour après jour : brut, remises, retours, net, livraison, taxe, et combien de commandes.',
  'What was sold of each product. Delivery, and what else is of none, has a row of its own: rows add up to the shop.':
    'Ce qui a été vendu de chaque produit. La livraison, et ce qui n’est d’aucun produit, a sa propre ligne : les lignes font ensemble la boutique.',
  'What was sold of each variant. Delivery, and what else is of none, has a row of its own: rows add up to the shop.':
    'Ce qui a été vendu de chaque variante. La livraison, et ce qui n’est d’aucun produit, a sa propre ligne : les lignes font ensemble la boutique.',
  'What was sold in each market.': 'Ce qui a été vendu sur chaque marché.',
  'What was sold to each country.': 'Ce qui a été vendu vers chaque pays.',
  'What was sold at which discount, by the share that was taken off each line when it was sold.':
    'Ce qui a été vendu avec quelle remise, selon la part déduite de chaque ligne lors de la vente.',
  'What each campaign cost, and what was bought in the visits that it brought. A visit is of a campaign when its link says the same source, medium and campaign as the account.':
    'Ce que chaque campagne a coûté, et ce qui a été acheté lors des visites qu’elle a amenées. Une visite est d’une campagne quand son lien donne la même source, le même support et la même campagne que le compte publicitaire.',
  'What is left of sales, step by step: after what goods cost (CM1), after payment fees (CM2), after advertising (CM3). By the hour, fees and ad spend stand at the beginning of their day.':
    'Ce qui reste des ventes, étape par étape : après le coût des articles (MC1), après les frais de paiement (MC2), après la publicité (MC3). Par heure, frais et dépenses publicitaires figurent au début de leur jour.',
  'What lies in stock, at the moving average that it was bought for: the balance of the ledger’s inventory at the end of each day, week or month, and what moved it. Of all markets together. By the hour it is that of the day’s end.':
    'Ce qui est en stock, au coût moyen d’achat mobile : le solde du compte de stock à la fin de chaque jour, semaine ou mois, et ce qui l’a fait bouger. Pour tous les marchés ensemble. Par heure, c’est la valeur de la fin du jour.',
  'What was sold of each brand. Delivery, and what is of no product, has a row of its own: rows add up to the shop.':
    'Ce qui a été vendu de chaque marque. La livraison, et ce qui n’est d’aucun produit, a sa propre ligne : les lignes font ensemble la boutique.',
  'What was sold in each category of the catalogue, by the first category that a product is in. Delivery, and what else is of no product, has a row of its own: rows add up to the shop.':
    'Ce qui a été vendu dans chaque catégorie du catalogue, selon la première catégorie où se trouve un produit. La livraison, et ce qui n’est d’aucun produit, a sa propre ligne : les lignes font ensemble la boutique.',
  'What was sold of the goods that are in each collection now. Goods in several are counted with each; the total counts them once, and is that of the shop. Delivery, and what else is of no product, has a row of its own.':
    'Ce qui a été vendu des articles qui sont maintenant dans chaque collection. Un article dans plusieurs compte dans chacune ; le total le compte une fois et est celui de la boutique. La livraison, et ce qui n’est d’aucun produit, a sa propre ligne.',
  'On which weekdays and at which hours it was sold.':
    'Quels jours de la semaine et à quelles heures on a vendu.',
  'What came back, told in both ways: returns made in the span, whenever it was ordered; and returns of the orders sold in the span, whenever they were made. The first agrees with the books of a month, the second says what a month’s orders were worth and still changes.':
    'Ce qui est revenu, compté des deux façons : les retours faits dans la période, quelle que soit la date de commande ; et les retours des commandes de la période, quelle que soit leur date. Le premier s’accorde avec les livres d’un mois, le second dit ce que valaient les commandes d’un mois et change encore.',
  'What is left of each product after what it cost. Sales count when they are sold, costs when goods leave: the margin of a short span with much on the way is too high.':
    'Ce qui reste de chaque produit après ce qu’il a coûté. Les ventes comptent à la vente, les coûts au départ des articles : la marge d’une courte période où beaucoup est en route est trop haute.',
  'How many visits there were, how far they got, and how many ended with an order.':
    'Combien de visites il y a eu, jusqu’où elles sont allées, et combien se sont terminées par une commande.',
  'How far visits get, step by step: closed, each step after the one before it, or open; in one visit, or within a time whatever visits it takes. A visit counts once.':
    'Jusqu’où vont les visites, étape par étape : fermé, chaque étape après la précédente, ou ouvert ; en une visite, ou dans un délai, quel que soit le nombre de visites. Une visite compte une fois.',
  'Where visits came from, what was bought in them, and what advertising there cost. Orders whose session is not known have a row of their own, without a channel.':
    'D’où sont venues les visites, ce qui y a été acheté, et ce que la publicité y a coûté. Les commandes dont la visite n’est pas connue ont leur propre ligne, sans canal.',
  'Customers by the month of their first order in the span, and how many of them bought again how many months later. Months that have not come yet are not there.':
    'Les clients par mois de leur première commande dans la période, et combien ont racheté combien de mois plus tard. Les mois qui ne sont pas encore venus n’y sont pas.',
  'What was sold to customers with their first order, and to those who had bought before.':
    'Ce qui a été vendu à des clients pour leur première commande, et à ceux qui avaient déjà acheté.',
  'Customers with their first order in the span, by how many days later they ordered again. Who has not done so yet may still: the curve on the screen of customers counts them for as long as they are known.':
    'Les clients dont la première commande est dans la période, par nombre de jours jusqu’à la suivante. Qui ne l’a pas encore fait peut encore le faire : la courbe de la page des clients les compte aussi longtemps qu’on les connaît.',
  'Attempts to pay, how many of them went through, and how surely. Who went away before anybody decided is counted apart: that is no decline.':
    'Les tentatives de paiement, combien ont réussi, et avec quelle certitude. Qui est parti avant que quiconque décide est compté à part : ce n’est pas un refus.',
  'Why attempts to pay came to nothing, in the words of this shop, whatever the provider calls it.':
    'Pourquoi des tentatives de paiement ont échoué, dans les mots de cette boutique, quel que soit le nom donné par le prestataire.',
  'What payment providers keep of what they take. Fees that belong to no order have no market.':
    'Ce que les prestataires de paiement gardent de ce qu’ils encaissent. Les frais qui ne sont d’aucune commande n’ont pas de marché.',
  'Payments that shoppers had their bank take back: how many, of how many that were taken in the same days, and how they were decided. A dispute of these days may be of an order from before.':
    'Les paiements que des acheteurs ont fait reprendre par leur banque : combien, sur combien d’encaissés les mêmes jours, et comment ils ont été tranchés. Un litige de ces jours peut être d’une commande plus ancienne.',
  'Tax that the shop owes, by whose it is and by month: the postings of the ledger’s tax accounts, to the smallest unit.':
    'La taxe que la boutique doit, selon à qui elle revient et par mois : les écritures des comptes de taxe, à la plus petite unité près.',
  'What promotions and codes take off goods, how many orders have them, and what those orders are worth beside the others. That orders with a discount are larger does not say that the discount made them so.':
    'Ce que promotions et codes déduisent des articles, combien de commandes en ont, et ce qu’elles valent à côté des autres. Que les commandes avec remise soient plus grandes ne dit pas que la remise en est la cause.',
  'Why goods come back, as shoppers said when they asked for the return. Refused returns are left out.':
    'Pourquoi des articles reviennent, comme les acheteurs l’ont dit en demandant le retour. Les retours refusés n’y sont pas.',
  'How each product does from being looked at to being bought, how much of it comes back, and how long its stock lasts. Visits and stock are of every currency: they stand in the row of each.':
    'Comment chaque produit va de la vue à l’achat, combien en revient, et combien de temps dure son stock. Visites et stock valent pour toute devise : ils figurent dans la ligne de chacune.',
  'Products that can be sold and were not, in the whole span and in any market: the most pieces first.':
    'Les produits en vente que personne n’a achetés de toute la période, sur aucun marché : le plus de pièces d’abord.',
  'The page that visits began with: how many stayed, how long, and how many bought.':
    'La page par laquelle les visites ont commencé : combien sont restées, combien de temps, et combien ont acheté.',
  'The page that visits ended with, and how often it is the last one when it is seen.':
    'La page par laquelle les visites ont fini, et combien de fois elle est la dernière quand on la voit.',
  'Which pages are seen, by how many, and for how long.':
    'Quelles pages sont vues, par combien de visiteurs et combien de temps.',
  'Which way visits take from a page on, or to it, over up to five pages. The same page again right after itself is one. What is rare at a place is other; nothing: the visit had ended, or had not begun.':
    'Quel chemin prennent les visites depuis une page, ou vers elle, sur cinq pages au plus. La même page juste après elle-même compte pour une. Ce qui est rare à une place est « other » ; rien : la visite était finie, ou n’avait pas commencé.',
  'What visitors search for in the shop, what they find, and what they do then.':
    'Ce que les visiteurs cherchent dans la boutique, ce qu’ils trouvent, et ce qu’ils font ensuite.',
  'How fast the shop is for those who visit it: Core Web Vitals as their browsers measured them.':
    'À quelle vitesse la boutique répond à ceux qui la visitent : les Core Web Vitals mesurés par leurs navigateurs.',
  'What visitors come with, and whether they get along with the shop on it.':
    'Avec quoi viennent les visiteurs, et s’ils s’en sortent dans la boutique.',
  'What campaigns and links bring: visits, whether they stay, and what was sold in them.':
    'Ce qu’apportent campagnes et liens : des visites, si elles restent, et ce qui y a été vendu.',
  'On which weekdays and at which hours visitors come, and when they buy.':
    'Quels jours et à quelles heures viennent les visiteurs, et quand ils achètent.',
  'Customers by how lately and how often they bought, in ten named groups: fifths of recency and of frequency among all who bought in the span in the same currency. Who is equal gets the same fifth, so that few fifths are there where most bought once.':
    'Les clients selon la date et la fréquence de leurs achats, en dix groupes nommés : cinquièmes de récence et de fréquence parmi tous ceux qui ont acheté dans la période dans la même devise. Qui est égal reçoit le même cinquième ; il y en a donc peu là où la plupart ont acheté une fois.',
  'The same customers by each pair of fifths: how lately (recency) and how often (frequency) they bought, 5 the best.':
    'Les mêmes clients par paire de cinquièmes : achats récents (récence) et fréquents (fréquence), 5 étant le meilleur.',
  'Products that are in one basket more often than by chance, the surest first. Only what is in 5 baskets at least, together too, and of which at most 5 in 100 such pairs are chance on average (Fisher’s exact test, Benjamini and Hochberg).':
    'Les produits qui sont dans un même panier plus souvent que par hasard, les plus sûrs d’abord. Seulement ce qui est dans 5 paniers au moins, ensemble aussi, et dont en moyenne 5 paires sur 100 au plus sont dues au hasard (test exact de Fisher, Benjamini et Hochberg).',
  'Categories of which something is in one basket more often than by chance, the surest first. Only what is in 5 baskets at least, together too, and of which at most 5 in 100 such pairs are chance on average (Fisher’s exact test, Benjamini and Hochberg).':
    'Les catégories dont quelque chose est dans un même panier plus souvent que par hasard, les plus sûres d’abord. Seulement ce qui est dans 5 paniers au moins, ensemble aussi, et dont en moyenne 5 paires sur 100 au plus sont dues au hasard (test exact de Fisher, Benjamini et Hochberg).',
  'Every product by what part of sales it makes (ABC) and how steadily it is wanted (XYZ).':
    'Chaque produit selon sa part des ventes (ABC) et la régularité de sa demande (XYZ).',
  'How many products there are of each pair of classes, and what they sell for.':
    'Combien de produits il y a de chaque paire de classes, et pour combien ils se vendent.',
  'Products that are in a larger or a smaller share of orders than before, beyond noise: of those that are called so, at most 5 in 100 are chance on average (Fisher’s exact test, Benjamini and Hochberg). What lifts or lowers the whole shop moves none of them. Of products with 5 orders at least.':
    'Les produits qui sont dans une part plus grande ou plus petite des commandes qu’avant, au-delà du bruit : parmi ceux ainsi nommés, 5 sur 100 au plus en moyenne le sont par hasard (test exact de Fisher, Benjamini et Hochberg). Ce qui élève ou abaisse toute la boutique n’en fait bouger aucun. Pour les produits ayant 5 commandes au moins.',
  'What was sold through each channel: that of the first session that told of the order. Orders whose session is not known have a row of their own; how many are known stands beside. Rows add up to the shop.':
    'Ce qui a été vendu par chaque canal : celui de la première visite qui a signalé la commande. Les commandes dont la visite n’est pas connue ont leur propre ligne ; combien sont connues figure à côté. Les lignes font ensemble la boutique.',
};
