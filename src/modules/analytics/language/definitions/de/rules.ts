/** Of which time numbers speak, in German, by what the definition says. */
export const rules: Readonly<Record<string, string>> = {
  'By the day on which it was posted, in the shop’s zone.':
    'Nach dem Tag der Buchung, in der Zone des Shops.',
  'By the day on which it was posted, in the shop’s zone. Whenever the order was placed.':
    'Nach dem Tag der Buchung, in der Zone des Shops. Wann auch immer bestellt wurde.',
  'By the day on which the order was first sold, in the shop’s zone.':
    'Nach dem Tag, an dem die Bestellung zuerst verkauft wurde, in der Zone des Shops.',
  'By the day on which goods left or came back, which may be later than the sale.':
    'Nach dem Tag, an dem Ware hinausging oder zurückkam; das kann später als der Verkauf sein.',
  'Sales when they are sold, costs when goods leave: of a short span with much on the way it is too high.':
    'Umsatz, wenn verkauft wird, Kosten, wenn Ware hinausgeht: in einer kurzen Spanne mit viel Ware unterwegs ist es zu hoch.',
  'By the day of the advertiser’s account.': 'Nach dem Tag des Werbekontos.',
  'Ad spend: by the day of the advertiser’s account. Sales: by the day on which they were posted, in the shop’s zone.':
    'Werbekosten: nach dem Tag des Werbekontos. Umsatz: nach dem Tag der Buchung, in der Zone des Shops.',
  'By the day on which the session began, in the shop’s zone.':
    'Nach dem Tag, an dem der Besuch begann, in der Zone des Shops.',
  'By the day on which the session began, in the shop’s zone. Of every currency.':
    'Nach dem Tag, an dem der Besuch begann, in der Zone des Shops. Aus jeder Währung.',
  'Sales by the day on which they were posted, sessions by the day on which they began.':
    'Umsatz nach dem Tag der Buchung, Besuche nach dem Tag, an dem sie begannen.',
  'By the day on which the attempt began, in the shop’s zone, with what came of it until now.':
    'Nach dem Tag, an dem der Versuch begann, in der Zone des Shops, mit dem, was bis jetzt daraus wurde.',
  'At the end of the day, in the shop’s zone.': 'Am Ende des Tages, in der Zone des Shops.',
  'Of the orders first sold on that day in the shop’s zone, with all that became of them until now.':
    'Von den Bestellungen, die an dem Tag zuerst verkauft wurden (Zone des Shops), mit allem, was bis jetzt daraus wurde.',
  'By the day on which the session of the first step began, in the shop’s zone.':
    'Nach dem Tag, an dem der Besuch mit dem ersten Schritt begann, in der Zone des Shops.',
  'By the month of the first order; months later are calendar months of the shop’s zone.':
    'Nach dem Monat der ersten Bestellung; spätere Monate sind Kalendermonate in der Zone des Shops.',
  'By the day of the customer’s first order, in the shop’s zone, with all that came after it until now.':
    'Nach dem Tag der ersten Bestellung des Kunden, in der Zone des Shops, mit allem, was bis jetzt folgte.',
  'Of orders by the day on which they were first sold, in the shop’s zone.':
    'Von Bestellungen nach dem Tag, an dem sie zuerst verkauft wurden, in der Zone des Shops.',
  'By the day on which the return was asked for, in the shop’s zone, whenever it was ordered.':
    'Nach dem Tag, an dem die Rücksendung angefragt wurde, in der Zone des Shops, wann auch immer bestellt wurde.',
  'Of the orders first sold in the span, in the shop’s zone, with all that became of them until now.':
    'Von den Bestellungen, die in der Spanne zuerst verkauft wurden (Zone des Shops), mit allem, was bis jetzt daraus wurde.',
  'Of now.': 'Stand jetzt.',
  'Stock of now; demand of the days of the span on which it could be bought. Of every market and currency.':
    'Bestand von jetzt; Nachfrage der Tage der Spanne, an denen es zu kaufen war. Aus jedem Markt und jeder Währung.',
  'Days of the span, in the shop’s zone.': 'Tage der Spanne, in der Zone des Shops.',
  'To the end of the span, in the shop’s zone.': 'Bis zum Ende der Spanne, in der Zone des Shops.',
  'By the day on which the page was seen, in the shop’s zone.':
    'Nach dem Tag, an dem die Seite gesehen wurde, in der Zone des Shops.',
  'By the day on which the session began, in the shop’s zone. Views by the day on which the page was seen.':
    'Nach dem Tag, an dem der Besuch begann, in der Zone des Shops. Aufrufe nach dem Tag, an dem die Seite gesehen wurde.',
  'By the day on which it was measured, in the shop’s zone.':
    'Nach dem Tag der Messung, in der Zone des Shops.',
  'Orders first sold in the span, in the shop’s zone, with all that came back of them until now.':
    'Bestellungen, die in der Spanne zuerst verkauft wurden (Zone des Shops), mit allem, was bis jetzt zurückkam.',
  'Orders first sold in the span, in the shop’s zone. What a customer orders again all the same counts once.':
    'Bestellungen, die in der Spanne zuerst verkauft wurden (Zone des Shops). Was ein Kunde genauso noch einmal bestellt, zählt einmal.',
  'Orders sold in the span, and in that before (or a year before), in the shop’s zone.':
    'Bestellungen, die in der Spanne verkauft wurden, und in der davor (oder ein Jahr davor), in der Zone des Shops.',
};
