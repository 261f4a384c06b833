/** What reports are about, in German, by what the definition says. */
export const reports: Readonly<Record<string, string>> = {
  'What was sold, day by day: gross, discounts, returns, net, delivery, tax, and how many orders.':
    'Was verkauft wurde, Tag für Tag: brutto, Rabatte, Retouren, netto, Lieferung, Steuer, und wie viele Bestellungen.',
  'What was sold of each product. Delivery, and what else is of none, has a row of its own: rows add up to the shop.':
    'Was von jedem Produkt verkauft wurde. Lieferung und was sonst zu keinem gehört, hat eine eigene Zeile: Die Zeilen ergeben zusammen den Shop.',
  'What was sold of each variant. Delivery, and what else is of none, has a row of its own: rows add up to the shop.':
    'Was von jeder Variante verkauft wurde. Lieferung und was sonst zu keinem Produkt gehört, hat eine eigene Zeile: Die Zeilen ergeben zusammen den Shop.',
  'What was sold in each market.': 'Was in jedem Markt verkauft wurde.',
  'What was sold to each country.': 'Was in jedes Land verkauft wurde.',
  'What was sold at which discount, by the share that was taken off each line when it was sold.':
    'Was mit welchem Rabatt verkauft wurde, nach dem Anteil, der beim Verkauf von jeder Zeile abging.',
  'What each campaign cost, and what was bought in the visits that it brought. A visit is of a campaign when its link says the same source, medium and campaign as the account.':
    'Was jede Kampagne kostete, und was in den Besuchen gekauft wurde, die sie brachte. Ein Besuch gehört zu einer Kampagne, wenn sein Link dieselbe Quelle, dasselbe Medium und dieselbe Kampagne nennt wie das Werbekonto.',
  'What is left of sales, step by step: after what goods cost (CM1), after payment fees (CM2), after advertising (CM3). By the hour, fees and ad spend stand at the beginning of their day.':
    'Was vom Umsatz bleibt, Schritt für Schritt: nach den Kosten der Ware (DB1), nach den Gebühren der Zahlung (DB2), nach der Werbung (DB3). Nach Stunden stehen Gebühren und Werbekosten am Beginn ihres Tages.',
  'What lies in stock, at the moving average that it was bought for: the balance of the ledger’s inventory at the end of each day, week or month, and what moved it. Of all markets together. By the hour it is that of the day’s end.':
    'Was im Lager liegt, zum gleitenden Durchschnitt des Einkaufs: der Saldo des Bestandskontos am Ende jedes Tages, jeder Woche oder jedes Monats, und was ihn bewegte. Für alle Märkte zusammen. Nach Stunden ist es der Wert am Ende des Tages.',
  'What was sold of each brand. Delivery, and what is of no product, has a row of its own: rows add up to the shop.':
    'Was von jeder Marke verkauft wurde. Lieferung und was sonst zu keinem Produkt gehört, hat eine eigene Zeile: Die Zeilen ergeben zusammen den Shop.',
  'What was sold in each category of the catalogue, by the first category that a product is in. Delivery, and what else is of no product, has a row of its own: rows add up to the shop.':
    'Was in jeder Kategorie des Katalogs verkauft wurde, nach der ersten Kategorie, in der ein Produkt ist. Lieferung und was sonst zu keinem Produkt gehört, hat eine eigene Zeile: Die Zeilen ergeben zusammen den Shop.',
  'What was sold of the goods that are in each collection now. Goods in several are counted with each; the total counts them once, and is that of the shop. Delivery, and what else is of no product, has a row of its own.':
    'Was von der Ware verkauft wurde, die jetzt in jeder Kollektion ist. Ware in mehreren zählt bei jeder; die Summe zählt sie einmal und ist die des Shops. Lieferung und was sonst zu keinem Produkt gehört, hat eine eigene Zeile.',
  'On which weekdays and at which hours it was sold.':
    'An welchen Wochentagen und zu welchen Stunden verkauft wurde.',
  'What came back, told in both ways: returns made in the span, whenever it was ordered; and returns of the orders sold in the span, whenever they were made. The first agrees with the books of a month, the second says what a month’s orders were worth and still changes.':
    'Was zurückkam, auf beide Weisen gezählt: Retouren aus diesem Zeitraum, wann immer bestellt wurde; und Retouren der Bestellungen aus diesem Zeitraum, wann immer sie kamen. Das erste stimmt mit den Büchern eines Monats überein, das zweite sagt, was die Bestellungen eines Monats wert waren, und ändert sich noch.',
  'What is left of each product after what it cost. Sales count when they are sold, costs when goods leave: the margin of a short span with much on the way is too high.':
    'Was von jedem Produkt nach seinen Kosten bleibt. Umsatz zählt beim Verkauf, Kosten zählen beim Versand: Die Marge eines kurzen Zeitraums, in dem vieles unterwegs ist, ist zu hoch.',
  'How many visits there were, how far they got, and how many ended with an order.':
    'Wie viele Besuche es gab, wie weit sie kamen, und wie viele mit einer Bestellung endeten.',
  'How far visits get, step by step: closed, each step after the one before it, or open; in one visit, or within a time whatever visits it takes. A visit counts once.':
    'Wie weit Besuche kommen, Schritt für Schritt: geschlossen, jeder Schritt nach dem davor, oder offen; in einem Besuch, oder binnen einer Zeit, wie viele Besuche es auch braucht. Ein Besuch zählt einmal.',
  'Where visits came from, what was bought in them, and what advertising there cost. Orders whose session is not known have a row of their own, without a channel.':
    'Woher Besuche kamen, was in ihnen gekauft wurde, und was Werbung dort kostete. Bestellungen, deren Besuch nicht bekannt ist, haben eine eigene Zeile ohne Kanal.',
  'Customers by the month of their first order in the span, and how many of them bought again how many months later. Months that have not come yet are not there.':
    'Kunden nach dem Monat ihrer ersten Bestellung im Zeitraum, und wie viele von ihnen wie viele Monate später wieder kauften. Monate, die noch nicht da waren, fehlen.',
  'What was sold to customers with their first order, and to those who had bought before.':
    'Was an Kunden mit ihrer ersten Bestellung verkauft wurde, und an die, die schon einmal gekauft hatten.',
  'Customers with their first order in the span, by how many days later they ordered again. Who has not done so yet may still: the curve on the screen of customers counts them for as long as they are known.':
    'Kunden mit ihrer ersten Bestellung im Zeitraum, danach, wie viele Tage später sie wieder bestellten. Wer es noch nicht tat, kann noch: Die Kurve auf der Seite der Kunden zählt sie, solange man sie kennt.',
  'Attempts to pay, how many of them went through, and how surely. Who went away before anybody decided is counted apart: that is no decline.':
    'Zahlungsversuche, wie viele davon gelangen, und wie sicher man das weiß. Wer ging, bevor jemand entschied, ist für sich gezählt: Das ist keine Ablehnung.',
  'Why attempts to pay came to nothing, in the words of this shop, whatever the provider calls it.':
    'Warum aus Zahlungsversuchen nichts wurde, in den Worten dieses Shops, wie auch immer der Anbieter es nennt.',
  'What payment providers keep of what they take. Fees that belong to no order have no market.':
    'Was Zahlungsanbieter von dem behalten, was sie einziehen. Gebühren, die zu keiner Bestellung gehören, haben keinen Markt.',
  'Payments that shoppers had their bank take back: how many, of how many that were taken in the same days, and how they were decided. A dispute of these days may be of an order from before.':
    'Zahlungen, die Käufer von ihrer Bank zurückholen ließen: wie viele, von wie vielen, die in denselben Tagen eingingen, und wie sie entschieden wurden. Ein Streitfall dieser Tage kann zu einer älteren Bestellung gehören.',
  'Tax that the shop owes, by whose it is and by month: the postings of the ledger’s tax accounts, to the smallest unit.':
    'Steuer, die der Shop schuldet, danach, wem sie zusteht, und nach Monat: die Buchungen der Steuerkonten, auf die kleinste Einheit genau.',
  'What promotions and codes take off goods, how many orders have them, and what those orders are worth beside the others. That orders with a discount are larger does not say that the discount made them so.':
    'Was Aktionen und Codes von der Ware abziehen, wie viele Bestellungen sie haben, und was diese neben den anderen wert sind. Dass Bestellungen mit Rabatt größer sind, heißt nicht, dass der Rabatt sie größer machte.',
  'Why goods come back, as shoppers said when they asked for the return. Refused returns are left out.':
    'Warum Ware zurückkommt, wie Käufer es sagten, als sie um die Retoure baten. Abgelehnte Retouren fehlen.',
  'How each product does from being looked at to being bought, how much of it comes back, and how long its stock lasts. Visits and stock are of every currency: they stand in the row of each.':
    'Wie sich jedes Produkt vom Ansehen bis zum Kauf macht, wie viel davon zurückkommt, und wie lange sein Bestand reicht. Besuche und Bestand gelten für jede Währung: Sie stehen in der Zeile von jeder.',
  'Products that can be sold and were not, in the whole span and in any market: the most pieces first.':
    'Produkte, die man kaufen kann und im ganzen Zeitraum in keinem Markt gekauft hat: die meisten Stücke zuerst.',
  'The page that visits began with: how many stayed, how long, and how many bought.':
    'Die Seite, mit der Besuche begannen: wie viele blieben, wie lange, und wie viele kauften.',
  'The page that visits ended with, and how often it is the last one when it is seen.':
    'Die Seite, mit der Besuche endeten, und wie oft sie die letzte ist, wenn man sie sieht.',
  'Which pages are seen, by how many, and for how long.':
    'Welche Seiten gesehen werden, von wie vielen und wie lange.',
  'Which way visits take from a page on, or to it, over up to five pages. The same page again right after itself is one. What is rare at a place is other; nothing: the visit had ended, or had not begun.':
    'Welchen Weg Besuche von einer Seite aus nehmen, oder zu ihr, über bis zu fünf Seiten. Dieselbe Seite gleich nach sich selbst ist eine. Was an einer Stelle selten ist, steht unter „other“; nichts: Der Besuch war zu Ende, oder hatte noch nicht begonnen.',
  'What visitors search for in the shop, what they find, and what they do then.':
    'Wonach Besucher im Shop suchen, was sie finden, und was sie dann tun.',
  'How fast the shop is for those who visit it: Core Web Vitals as their browsers measured them.':
    'Wie schnell der Shop für die ist, die ihn besuchen: Core Web Vitals, wie ihre Browser sie gemessen haben.',
  'What visitors come with, and whether they get along with the shop on it.':
    'Womit Besucher kommen, und ob sie damit im Shop zurechtkommen.',
  'What campaigns and links bring: visits, whether they stay, and what was sold in them.':
    'Was Kampagnen und Links bringen: Besuche, ob sie bleiben, und was in ihnen verkauft wurde.',
  'On which weekdays and at which hours visitors come, and when they buy.':
    'An welchen Wochentagen und zu welchen Stunden Besucher kommen, und wann sie kaufen.',
  'Customers by how lately and how often they bought, in ten named groups: fifths of recency and of frequency among all who bought in the span in the same currency. Who is equal gets the same fifth, so that few fifths are there where most bought once.':
    'Kunden danach, wie kürzlich und wie oft sie kauften, in zehn Gruppen mit Namen: Fünftel der Aktualität und der Häufigkeit unter allen, die im Zeitraum in derselben Währung kauften. Wer gleich ist, bekommt dasselbe Fünftel; wo die meisten einmal kauften, gibt es darum wenige Fünftel.',
  'The same customers by each pair of fifths: how lately (recency) and how often (frequency) they bought, 5 the best.':
    'Dieselben Kunden nach jedem Paar von Fünfteln: wie kürzlich (Aktualität) und wie oft (Häufigkeit) sie kauften, 5 ist am besten.',
  'Products that are in one basket more often than by chance, the surest first. Only what is in 5 baskets at least, together too, and of which at most 5 in 100 such pairs are chance on average (Fisher’s exact test, Benjamini and Hochberg).':
    'Produkte, die öfter in einem Warenkorb sind als durch Zufall, die sichersten zuerst. Nur was in mindestens 5 Warenkörben ist, auch zusammen, und wovon im Mittel höchstens 5 von 100 solchen Paaren Zufall sind (exakter Test nach Fisher, Benjamini und Hochberg).',
  'Categories of which something is in one basket more often than by chance, the surest first. Only what is in 5 baskets at least, together too, and of which at most 5 in 100 such pairs are chance on average (Fisher’s exact test, Benjamini and Hochberg).':
    'Kategorien, aus denen öfter etwas in einem Warenkorb ist als durch Zufall, die sichersten zuerst. Nur was in mindestens 5 Warenkörben ist, auch zusammen, und wovon im Mittel höchstens 5 von 100 solchen Paaren Zufall sind (exakter Test nach Fisher, Benjamini und Hochberg).',
  'Every product by what part of sales it makes (ABC) and how steadily it is wanted (XYZ).':
    'Jedes Produkt danach, welchen Teil des Umsatzes es macht (ABC) und wie gleichmäßig man es will (XYZ).',
  'How many products there are of each pair of classes, and what they sell for.':
    'Wie viele Produkte es von jedem Paar von Klassen gibt, und für wie viel sie verkauft werden.',
  'Products that are in a larger or a smaller share of orders than before, beyond noise: of those that are called so, at most 5 in 100 are chance on average (Fisher’s exact test, Benjamini and Hochberg). What lifts or lowers the whole shop moves none of them. Of products with 5 orders at least.':
    'Produkte, die in einem größeren oder kleineren Teil der Bestellungen sind als vorher, über das Rauschen hinaus: Von denen, die so genannt werden, sind im Mittel höchstens 5 von 100 Zufall (exakter Test nach Fisher, Benjamini und Hochberg). Was den ganzen Shop hebt oder senkt, bewegt keines von ihnen. Von Produkten mit mindestens 5 Bestellungen.',
  'What was sold through each channel: that of the first session that told of the order. Orders whose session is not known have a row of their own; how many are known stands beside. Rows add up to the shop.':
    'Was über jeden Kanal verkauft wurde: den des ersten Besuchs, der die Bestellung meldete. Bestellungen, deren Besuch nicht bekannt ist, haben eine eigene Zeile; wie viele bekannt sind, steht daneben. Die Zeilen ergeben zusammen den Shop.',
};
