/** What dimensions are, in German, by what the definition says. */
export const dimensions: Readonly<Record<string, string>> = {
  'Code of the market in which it was ordered or visited.':
    'Kürzel des Markts, in dem bestellt oder den man besucht hat.',
  'ISO 3166-1 code of where the order goes, or of who pays where nothing is sent; of visits, where they came from.':
    'Code nach ISO 3166-1, wohin die Bestellung geht, oder wo der Zahlende ist, wenn nichts verschickt wird; bei Besuchen, woher sie kamen.',
  'State or province of where the order goes.': 'Bundesland oder Provinz, wohin die Bestellung geht.',
  'Currency in which it was sold. Money is never summed over currencies.':
    'Währung, in der verkauft wurde. Geld wird nie über Währungen summiert.',
  'Empty: this shop. Else the import that the order came with.':
    'Leer: dieser Shop. Sonst der Import, mit dem die Bestellung kam.',
  'Day of the week in the shop’s zone: 1 is Monday, 7 is Sunday.':
    'Wochentag in der Zone des Shops: 1 ist Montag, 7 ist Sonntag.',
  'Hour of the day in the shop’s zone, 00 to 23.': 'Stunde des Tages in der Zone des Shops, 00 bis 23.',
  'Id of the product; of goods that only another shop sold, their SKU.':
    'Id des Produkts; bei Ware, die nur ein anderer Shop verkaufte, ihre SKU.',
  'Id of the variant; of goods that only another shop sold, their SKU.':
    'Id der Variante; bei Ware, die nur ein anderer Shop verkaufte, ihre SKU.',
  'SKU of the variant.': 'SKU der Variante.',
  'What the product is called: as the catalogue has it, else as in the latest order.':
    'Wie das Produkt heißt: wie im Katalog, sonst wie in der letzten Bestellung.',
  'Options of the variant.': 'Optionen der Variante.',
  'Brand of the product.': 'Marke des Produkts.',
  'Category of the product.': 'Kategorie des Produkts.',
  'Collection of the product. What is in several is counted with each; totals count it once.':
    'Kollektion des Produkts. Was in mehreren ist, zählt bei jeder; Summen zählen es einmal.',
  'Per cent of the line’s gross sales that discounts took off when it was sold.':
    'Prozent des Bruttoumsatzes der Zeile, die Rabatte beim Verkauf abzogen.',
  'new: it is the customer’s first order ever. returning: any later one. Nobody knows: empty.':
    'new: die allererste Bestellung des Kunden. returning: jede spätere. Weiß es niemand: leer.',
  'Default channel group of Google Analytics 4 of the visit; of orders, of the first session that told of it. Empty: the session is not known.':
    'Standard-Kanalgruppe von Google Analytics 4 des Besuchs; bei Bestellungen des ersten Besuchs, der sie meldete. Leer: der Besuch ist nicht bekannt.',
  'utm_source of the visit, or what stands for it.': 'utm_source des Besuchs, oder was dafür steht.',
  'utm_medium of the visit, or what stands for it.': 'utm_medium des Besuchs, oder was dafür steht.',
  'utm_campaign of the visit.': 'utm_campaign des Besuchs.',
  'First page of the visit.': 'Erste Seite des Besuchs.',
  'Last page of the visit.': 'Letzte Seite des Besuchs.',
  'desktop, mobile or tablet, as far as the browser says it.':
    'desktop, mobile oder tablet, soweit der Browser es sagt.',
  'Who was to take the money.': 'Wer das Geld einziehen sollte.',
  'Where it was paid: on a page of the provider’s, in the shop’s own page, or by hand.':
    'Wo bezahlt wurde: auf einer Seite des Anbieters, in der Seite des Shops, oder von Hand.',
  'Why an attempt to pay came to nothing; empty where nobody gave a reason.':
    'Warum aus einem Zahlungsversuch nichts wurde; leer, wo niemand einen Grund nannte.',
  'Browser, as it says itself.': 'Browser, wie er sich nennt.',
  'Operating system, as the browser says it.': 'Betriebssystem, wie der Browser es nennt.',
  'How the visitor is known: cookieless for a day, consented by an id of the shop, or signed in.':
    'Woran der Besucher erkannt wird: ohne Cookies für einen Tag, mit Einwilligung an einer Id des Shops, oder angemeldet.',
  'Language of the pages that were visited.': 'Sprache der besuchten Seiten.',
};
