/** What reports tell apart, in German, by what the definition says. */
export const columns: Readonly<Record<string, string>> = {
  'Hour, day, week from Monday, or month, in the shop’s zone.':
    'Stunde, Tag, Woche ab Montag oder Monat, in der Zone des Shops.',
  'As the catalogue has it; else as it was called in the latest order.':
    'Wie im Katalog; sonst wie es in der letzten Bestellung hieß.',
  'Its SKU.': 'Ihre SKU.',
  'Its options, such as size and colour.': 'Ihre Optionen, etwa Größe und Farbe.',
  'Code of the market in which it was ordered.': 'Kürzel des Markts, in dem bestellt wurde.',
  'ISO 3166-1 code of where the order goes, or of who pays where nothing is sent.':
    'Code nach ISO 3166-1, wohin die Bestellung geht, oder wo der Zahlende ist, wenn nichts verschickt wird.',
  'Per cent of the line’s gross sales that discounts took off.':
    'Prozent des Bruttoumsatzes der Zeile, die Rabatte abzogen.',
  'As the account and utm_campaign have it.': 'Wie das Werbekonto und utm_campaign es haben.',
  'As the import and utm_source have it.': 'Wie der Import und utm_source es haben.',
  'As the import and utm_medium have it.': 'Wie der Import und utm_medium es haben.',
  'Name of the brand; of goods without one empty.': 'Name der Marke; bei Ware ohne Marke leer.',
  'The category below those above it, such as Home › Kitchen; of goods without one empty.':
    'Die Kategorie unter denen darüber, etwa Wohnen › Küche; bei Ware ohne Kategorie leer.',
  'Title of the collection; of goods in none empty.': 'Titel der Kollektion; bei Ware in keiner leer.',
  '1 is Monday, 7 is Sunday, in the shop’s zone.': '1 ist Montag, 7 ist Sonntag, in der Zone des Shops.',
  '00 to 23, in the shop’s zone.': '00 bis 23, in der Zone des Shops.',
  '1 is the first.': '1 ist der erste.',
  'Of the visit with the first step that was taken; the rarest together are other.':
    'Des Besuchs mit dem ersten Schritt, der getan wurde; die seltensten zusammen heißen „other“.',
  'Default channel group of Google Analytics 4 of the session in which it was bought.':
    'Standard-Kanalgruppe von Google Analytics 4 des Besuchs, in dem gekauft wurde.',
  'Month of the first order, by its first day.': 'Monat der ersten Bestellung, nach seinem ersten Tag.',
  '0 is the month of the first order.': '0 ist der Monat der ersten Bestellung.',
  'Days from the first order to the second; none: there is none so far.':
    'Tage von der ersten Bestellung zur zweiten; keine: Es gibt bisher keine.',
  'Where the order goes, or where who pays for it is.':
    'Wohin die Bestellung geht, oder wo der ist, der sie zahlt.',
  'What the bank or provider gave as the reason; empty where nobody gave one.':
    'Was Bank oder Anbieter als Grund nannten; leer, wo niemand einen nannte.',
  'Who took the money, and kept some of it.': 'Wer das Geld einzog und etwas davon behielt.',
  'Through whom it was paid.': 'Über wen bezahlt wurde.',
  'The month in which it was posted.': 'Der Monat, in dem gebucht wurde.',
  'The country, or its region: DE, US-CA.': 'Das Land, oder seine Region: DE, US-CA.',
  'Id of the promotion; of orders from elsewhere their origin and its name there.':
    'Id der Aktion; bei Bestellungen von anderswo deren Herkunft und der dortige Name.',
  'What it was called when it was used last.': 'Wie sie hieß, als sie zuletzt genutzt wurde.',
  'What the shopper chose as the reason.': 'Was der Käufer als Grund wählte.',
  'Id of the product.': 'Id des Produkts.',
  'As the catalogue has it.': 'Wie im Katalog.',
  'Path of the first page that was seen in the session.':
    'Pfad der ersten Seite, die im Besuch gesehen wurde.',
  'Path of the last page that was seen in the session.':
    'Pfad der letzten Seite, die im Besuch gesehen wurde.',
  'Path, without its query; what opens an order is a *.':
    'Pfad, ohne Abfrage; was eine Bestellung öffnet, ist ein *.',
  'home, product, collection, category, brand, search, content, cart, checkout …':
    'home (Startseite), product, collection, category, brand, search, content, cart, checkout …',
  'The page at place 1 of the way.': 'Die Seite an Stelle 1 des Wegs.',
  'The page at place 2 of the way.': 'Die Seite an Stelle 2 des Wegs.',
  'The page at place 3 of the way.': 'Die Seite an Stelle 3 des Wegs.',
  'The page at place 4 of the way.': 'Die Seite an Stelle 4 des Wegs.',
  'The page at place 5 of the way.': 'Die Seite an Stelle 5 des Wegs.',
  'As it was typed, in small letters.': 'Wie getippt, in kleinen Buchstaben.',
  'LCP, INP, CLS, FCP or TTFB (web.dev/articles/vitals).':
    'LCP, INP, CLS, FCP oder TTFB (web.dev/articles/vitals).',
  'home, product, collection … by the address of the page; all of them: all.':
    'home, product, collection … nach der Adresse der Seite; alle zusammen: all.',
  'desktop, mobile or tablet, as far as the browser says it; all.':
    'desktop, mobile oder tablet, soweit der Browser es sagt; alle zusammen: all.',
  'By its own word.': 'Wie er sich selbst nennt.',
  'The operating system, by the browser’s word.': 'Das Betriebssystem, wie der Browser es nennt.',
  'utm_source, or the host of the page that linked here. Empty: typed, or not told.':
    'utm_source, oder der Rechner der Seite, die hierher verwies. Leer: getippt, oder nicht gesagt.',
  'utm_medium.': 'Das Medium: utm_medium.',
  'utm_campaign.': 'Die Kampagne: utm_campaign.',
  '0 to 23, in the shop’s zone.': '0 bis 23, in der Zone des Shops.',
  'The name that marketing tools share for these fifths.':
    'Der Name, den Werkzeuge des Marketings für diese Fünftel teilen.',
  'Fifth by the days since the last order; 5 is the latest.':
    'Fünftel nach den Tagen seit der letzten Bestellung; 5 ist am jüngsten.',
  'Fifth by the number of orders; 5 is the most.':
    'Fünftel nach der Zahl der Bestellungen; 5 sind die meisten.',
  'What customers of these fifths are called.': 'Wie Kunden dieser Fünftel heißen.',
  'Id of a product; of goods that only another shop sold, their SKU.':
    'Id eines Produkts; bei Ware, die nur ein anderer Shop verkaufte, ihre SKU.',
  'Id of the other.': 'Id des anderen.',
  'What that is called.': 'Wie das heißt.',
  'Name of a category: the first of each product.': 'Name einer Kategorie: der ersten jedes Produkts.',
  'The same.': 'Dasselbe.',
  'Name of the other.': 'Name der anderen.',
  'A: the products that make the first 80 % of net sales; B: the next 15 %; C: the rest.':
    'A: die Produkte, die die ersten 80 % des Nettoumsatzes machen; B: die nächsten 15 %; C: der Rest.',
  'How steady weekly pieces are: X up to half of their mean, Y up to the mean, Z above (coefficient of variation); empty of fewer than 8 whole weeks with stock since the first sale.':
    'Wie gleichmäßig die Stücke je Woche sind: X bis zur Hälfte ihres Mittels, Y bis zum Mittel, Z darüber (Variationskoeffizient); leer bei weniger als 8 ganzen Wochen mit Bestand seit dem ersten Verkauf.',
  'rising, falling, or steady: what may be chance.':
    'rising (steigend), falling (fallend) oder steady: was Zufall sein kann.',
  'Default channel group of Google Analytics 4; empty: the session is not known.':
    'Standard-Kanalgruppe von Google Analytics 4; leer: Der Besuch ist nicht bekannt.',
};
