/** What money, costs and sales are, in French, by what the definition says. */
export const sales: Readonly<Record<string, string>> = {
  'Price × quantity of goods before discounts, without tax and delivery. Gift cards are no sales.':
    'Prix × quantité des marchandises avant remises, hors taxe et livraison. Les cartes cadeaux ne sont pas des ventes.',
  'What discounts took off goods, without tax.': 'Ce que les remises ont retiré des marchandises, hors taxe.',
  'Goods credited back at what was paid for them, without tax.':
    'Marchandises remboursées à ce qui a été payé, hors taxe.',
  'Gross sales − discounts − returns made in the span.':
    'Ventes brutes − remises − remboursements effectués dans la période.',
  'Delivery charged less what discounts took off it and what was credited of it, without tax.':
    'Livraison facturée moins les remises et les avoirs sur celle-ci, hors taxe.',
  'Tax charged less tax credited.': 'Taxe facturée moins taxe remboursée.',
  'Fees and adjustments on orders of other shops, as they were imported. Orders of this shop have none.':
    'Frais et ajustements sur les commandes d’autres boutiques, tels qu’importés. Les commandes de cette boutique n’en ont pas.',
  'Net sales + shipping + tax + other.': 'Ventes nettes + livraison + taxe + autres.',
  'Discounts ÷ gross sales.': 'Remises ÷ ventes brutes.',
  'Orders that were sold: agreed and paid, or to be paid later.':
    'Commandes vendues : convenues et payées, ou à payer plus tard.',
  'Orders in which it was sold. An order with several is counted with each; the total counts it once.':
    'Commandes dans lesquelles il a été vendu. Une commande qui en contient plusieurs compte pour chacun ; le total la compte une fois.',
  '(Gross sales − discounts) ÷ orders.': '(Ventes brutes − remises) ÷ commandes.',
  'Pieces sold, before anything came back; without gift cards.':
    'Pièces vendues, avant tout retour ; sans les cartes cadeaux.',
  'Pieces credited; without gift cards.': 'Pièces remboursées ; sans les cartes cadeaux.',
  'Pieces sold ÷ orders; without gift cards.': 'Pièces vendues ÷ commandes ; sans les cartes cadeaux.',
  'Pieces credited in the span ÷ pieces sold in it, whenever they were ordered.':
    'Pièces remboursées dans la période ÷ pièces vendues dans celle-ci, quelle que soit la date de commande.',
  'Customers who bought: accounts, and guests by their e-mail address. In several rows the same may count; the total counts each once.':
    'Clients qui ont acheté : comptes, et invités selon leur adresse e-mail. Un même client peut compter sur plusieurs lignes ; le total compte chacun une fois.',
  'Customers whose first order ever it was.': 'Clients dont c’était la toute première commande.',
  'Orders of customers who had bought before ÷ orders.':
    'Commandes de clients ayant déjà acheté ÷ commandes.',
  'What goods cost at moving average when they were handed over, less what came back. In the shop’s own currency: orders in others have it in a row of its own.':
    'Ce que les marchandises ont coûté au coût moyen mobile lors de leur remise, moins ce qui est revenu. Dans la devise de la boutique : les commandes en d’autres devises l’ont sur une ligne à part.',
  'CM1: net sales − cost of goods.': 'MC1 : ventes nettes − coût des marchandises.',
  'CM1 ÷ net sales.': 'MC1 ÷ ventes nettes.',
  'What payment providers kept, as the ledger has it. Of orders of other shops none is known.':
    'Ce que les prestataires de paiement ont gardé, selon le grand livre. Rien n’est connu des commandes d’autres boutiques.',
  'CM2: net sales − cost of goods − payment fees. Delivery is left out on both sides: what was charged for it, and what carriers take, which the books do not have.':
    'MC2 : ventes nettes − coût des marchandises − frais de paiement. La livraison est exclue des deux côtés : ce qui a été facturé, et ce que prennent les transporteurs, que les livres n’ont pas.',
  'CM3: CM2 − ad spend.': 'MC3 : MC2 − dépenses publicitaires.',
  'What advertising cost, as it was imported. Unknown while nothing was, and of a single market.':
    'Ce que la publicité a coûté, tel qu’importé. Inconnu tant que rien n’est importé, et pour un seul marché.',
  'Clicks on advertisements, as it was imported.': 'Clics sur les annonces, tels qu’importés.',
  'How often advertisements were shown, as it was imported.':
    'Nombre d’affichages des annonces, tel qu’importé.',
  'Ad spend ÷ clicks.': 'Dépenses publicitaires ÷ clics.',
  'CAC: ad spend ÷ new customers.': 'CAC : dépenses publicitaires ÷ nouveaux clients.',
  'ROAS: net sales of orders whose session came from there ÷ ad spend.':
    'ROAS : ventes nettes des commandes dont la visite en provenait ÷ dépenses publicitaires.',
  'MER: total sales ÷ ad spend, whatever brought them.':
    'MER : ventes totales ÷ dépenses publicitaires, quelle qu’en soit l’origine.',
  'Net sales ÷ sessions that saw prices in that currency.':
    'Ventes nettes ÷ visites qui ont vu des prix dans cette devise.',
  'What was to be paid by attempts that were declined or failed.':
    'Ce qui devait être payé par les tentatives refusées ou échouées.',
  'Gross sales of lines whose cost is known ÷ gross sales: how much of the margin can be believed.':
    'Ventes brutes des lignes dont le coût est connu ÷ ventes brutes : jusqu’où l’on peut croire la marge.',
  'Net sales ÷ CM2: what a unit of ad spend has to bring so that nothing is lost.':
    'Ventes nettes ÷ MC2 : ce qu’une unité de publicité doit rapporter pour ne rien perdre.',
  'Balance of the account inventory; of the total, at the end of the span.':
    'Solde du compte de stock ; du total, à la fin de la période.',
  'Goods received, come back or found, at cost.': 'Marchandises reçues, revenues ou retrouvées, au coût.',
  'Goods shipped, lost or written off, at cost.':
    'Marchandises expédiées, perdues ou passées en perte, au coût.',
  'Goods credited back.': 'Marchandises remboursées.',
  'Gross sales − discounts − returns.': 'Ventes brutes − remises − remboursements.',
  'Tax on what was sold.': 'Taxe sur ce qui a été vendu.',
  'Tax on what was credited, whenever it was sold.':
    'Taxe sur ce qui a été remboursé, quelle que soit la date de vente.',
  'Tax charged less tax credited: what is owed.': 'Taxe facturée moins taxe remboursée : ce qui est dû.',
  'Orders with it. An order with several is counted with each; the total counts it once.':
    'Commandes qui l’ont. Une commande qui en a plusieurs compte pour chacun ; le total la compte une fois.',
  'Orders with it ÷ all orders.': 'Commandes qui l’ont ÷ toutes les commandes.',
  'What it took off goods, without tax.': 'Ce qu’il a retiré des marchandises, hors taxe.',
  '(Gross sales − discounts) ÷ orders, of orders with it.':
    '(Ventes brutes − remises) ÷ commandes, des commandes qui l’ont.',
  'The same of all other orders.': 'La même chose pour toutes les autres commandes.',
  'Returns with this reason for any of their lines.': 'Retours avec cette raison pour l’une de leurs lignes.',
  'Pieces that are to come back, or have.': 'Pièces qui doivent revenir, ou sont revenues.',
  'What was paid for them, without tax.': 'Ce qui a été payé pour elles, hors taxe.',
};
