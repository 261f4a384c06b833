/** What money, costs and sales are, in German, by what the definition says. */
export const sales: Readonly<Record<string, string>> = {
  'Price × quantity of goods before discounts, without tax and delivery. Gift cards are no sales.':
    'Preis × Menge der Ware vor Rabatten, ohne Steuer und Versand. Gutscheine sind kein Umsatz.',
  'What discounts took off goods, without tax.': 'Was Rabatte von der Ware abgezogen haben, ohne Steuer.',
  'Goods credited back at what was paid for them, without tax.':
    'Zurückgenommene Ware zu dem, was dafür bezahlt wurde, ohne Steuer.',
  'Gross sales − discounts − returns made in the span.':
    'Bruttoumsatz − Rabatte − Erstattungen, die in der Spanne erfolgten.',
  'Delivery charged less what discounts took off it and what was credited of it, without tax.':
    'Berechneter Versand, weniger Rabatte darauf und was davon gutgeschrieben wurde, ohne Steuer.',
  'Tax charged less tax credited.': 'Berechnete Steuer weniger gutgeschriebene Steuer.',
  'Fees and adjustments on orders of other shops, as they were imported. Orders of this shop have none.':
    'Gebühren und Berichtigungen an Bestellungen anderer Shops, wie sie importiert wurden. Bestellungen dieses Shops haben keine.',
  'Net sales + shipping + tax + other.': 'Nettoumsatz + Versand + Steuer + Sonstiges.',
  'Discounts ÷ gross sales.': 'Rabatte ÷ Bruttoumsatz.',
  'Orders that were sold: agreed and paid, or to be paid later.':
    'Verkaufte Bestellungen: vereinbart und bezahlt, oder später zu bezahlen.',
  'Orders in which it was sold. An order with several is counted with each; the total counts it once.':
    'Bestellungen, in denen es verkauft wurde. Eine Bestellung mit mehreren zählt bei jedem; in der Summe zählt sie einmal.',
  '(Gross sales − discounts) ÷ orders.': '(Bruttoumsatz − Rabatte) ÷ Bestellungen.',
  'Pieces sold, before anything came back; without gift cards.':
    'Verkaufte Stücke, bevor etwas zurückkam; ohne Gutscheine.',
  'Pieces credited; without gift cards.': 'Gutgeschriebene Stücke; ohne Gutscheine.',
  'Pieces sold ÷ orders; without gift cards.': 'Verkaufte Stücke ÷ Bestellungen; ohne Gutscheine.',
  'Pieces credited in the span ÷ pieces sold in it, whenever they were ordered.':
    'In der Spanne gutgeschriebene Stücke ÷ darin verkaufte Stücke, wann auch immer sie bestellt wurden.',
  'Customers who bought: accounts, and guests by their e-mail address. In several rows the same may count; the total counts each once.':
    'Kunden, die gekauft haben: Konten, und Gäste nach ihrer E-Mail-Adresse. Derselbe kann in mehreren Zeilen zählen; in der Summe zählt jeder einmal.',
  'Customers whose first order ever it was.': 'Kunden, deren allererste Bestellung es war.',
  'Orders of customers who had bought before ÷ orders.':
    'Bestellungen von Kunden, die schon gekauft hatten ÷ Bestellungen.',
  'What goods cost at moving average when they were handed over, less what came back. In the shop’s own currency: orders in others have it in a row of its own.':
    'Was Ware zum gleitenden Durchschnitt kostete, als sie übergeben wurde, weniger was zurückkam. In der Währung des Shops: Bestellungen in anderen haben es in einer eigenen Zeile.',
  'CM1: net sales − cost of goods.': 'DB1: Nettoumsatz − Wareneinsatz.',
  'CM1 ÷ net sales.': 'DB1 ÷ Nettoumsatz.',
  'What payment providers kept, as the ledger has it. Of orders of other shops none is known.':
    'Was Zahlungsanbieter einbehielten, wie es im Hauptbuch steht. Von Bestellungen anderer Shops ist nichts bekannt.',
  'CM2: net sales − cost of goods − payment fees. Delivery is left out on both sides: what was charged for it, and what carriers take, which the books do not have.':
    'DB2: Nettoumsatz − Wareneinsatz − Zahlungsgebühren. Versand fehlt auf beiden Seiten: was dafür berechnet wurde, und was Versender nehmen, denn das steht nicht in den Büchern.',
  'CM3: CM2 − ad spend.': 'DB3: DB2 − Werbekosten.',
  'What advertising cost, as it was imported. Unknown while nothing was, and of a single market.':
    'Was Werbung kostete, wie es importiert wurde. Unbekannt, solange nichts importiert ist, und für einen einzelnen Markt.',
  'Clicks on advertisements, as it was imported.': 'Klicks auf Anzeigen, wie sie importiert wurden.',
  'How often advertisements were shown, as it was imported.':
    'Wie oft Anzeigen gezeigt wurden, wie es importiert wurde.',
  'Ad spend ÷ clicks.': 'Werbekosten ÷ Klicks.',
  'CAC: ad spend ÷ new customers.': 'CAC: Werbekosten ÷ Neukunden.',
  'ROAS: net sales of orders whose session came from there ÷ ad spend.':
    'ROAS: Nettoumsatz der Bestellungen, deren Besuch von dort kam ÷ Werbekosten.',
  'MER: total sales ÷ ad spend, whatever brought them.':
    'MER: Gesamtumsatz ÷ Werbekosten, was auch immer ihn brachte.',
  'Net sales ÷ sessions that saw prices in that currency.':
    'Nettoumsatz ÷ Besuche, die Preise in dieser Währung sahen.',
  'What was to be paid by attempts that were declined or failed.':
    'Was mit abgelehnten oder fehlgeschlagenen Versuchen zu bezahlen war.',
  'Gross sales of lines whose cost is known ÷ gross sales: how much of the margin can be believed.':
    'Bruttoumsatz der Zeilen, deren Kosten bekannt sind ÷ Bruttoumsatz: wie weit man der Marge glauben kann.',
  'Net sales ÷ CM2: what a unit of ad spend has to bring so that nothing is lost.':
    'Nettoumsatz ÷ DB2: was eine Einheit Werbekosten bringen muss, damit nichts verloren geht.',
  'Balance of the account inventory; of the total, at the end of the span.':
    'Saldo des Bestandskontos; in der Summe am Ende der Spanne.',
  'Goods received, come back or found, at cost.':
    'Erhaltene, zurückgekommene oder gefundene Ware, zu Kosten.',
  'Goods shipped, lost or written off, at cost.': 'Versandte, verlorene oder abgeschriebene Ware, zu Kosten.',
  'Goods credited back.': 'Gutgeschriebene Ware.',
  'Gross sales − discounts − returns.': 'Bruttoumsatz − Rabatte − Erstattungen.',
  'Tax on what was sold.': 'Steuer auf Verkauftes.',
  'Tax on what was credited, whenever it was sold.':
    'Steuer auf Gutgeschriebenes, wann auch immer es verkauft wurde.',
  'Tax charged less tax credited: what is owed.':
    'Berechnete Steuer weniger gutgeschriebene Steuer: was geschuldet wird.',
  'Orders with it. An order with several is counted with each; the total counts it once.':
    'Bestellungen damit. Eine Bestellung mit mehreren zählt bei jedem; in der Summe zählt sie einmal.',
  'Orders with it ÷ all orders.': 'Bestellungen damit ÷ alle Bestellungen.',
  'What it took off goods, without tax.': 'Was es von der Ware abzog, ohne Steuer.',
  '(Gross sales − discounts) ÷ orders, of orders with it.':
    '(Bruttoumsatz − Rabatte) ÷ Bestellungen, von Bestellungen damit.',
  'The same of all other orders.': 'Dasselbe von allen anderen Bestellungen.',
  'Returns with this reason for any of their lines.': 'Rücksendungen mit diesem Grund für eine ihrer Zeilen.',
  'Pieces that are to come back, or have.': 'Stücke, die zurückkommen sollen oder zurückkamen.',
  'What was paid for them, without tax.': 'Was dafür bezahlt wurde, ohne Steuer.',
};
