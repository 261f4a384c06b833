/** What numbers of products are, in German, by what the definition says. */
export const products: Readonly<Record<string, string>> = {
  'Visits in which it was looked at and put into the cart.':
    'Besuche, in denen es angesehen wurde und in den Warenkorb kam.',
  'Visits in which it was looked at and bought.': 'Besuche, in denen es angesehen und gekauft wurde.',
  'Of visits that looked at it: those that put it into the cart.':
    'Von Besuchen, die es ansahen: die es in den Warenkorb legten.',
  'Lower bound of the interval that holds the truth 95 times of 100 (Wilson).':
    'Untere Grenze des Intervalls, in dem die Wahrheit 95-mal von 100 liegt (Wilson).',
  'Upper bound of the interval that holds the truth 95 times of 100 (Wilson).':
    'Obere Grenze des Intervalls, in dem die Wahrheit 95-mal von 100 liegt (Wilson).',
  'Of visits that looked at it: those that bought it.': 'Von Besuchen, die es ansahen: die es kauften.',
  'Orders of which any of it came back ÷ orders with it.':
    'Bestellungen, von denen etwas davon zurückkam ÷ Bestellungen damit.',
  'Pieces that came back ÷ pieces sold.': 'Zurückgekommene Stücke ÷ verkaufte Stücke.',
  'What was credited for it ÷ what was paid for it (gross sales − discounts).':
    'Was dafür gutgeschrieben wurde ÷ was dafür bezahlt wurde (Bruttoumsatz − Rabatte).',
  'Pieces that can be sold: on hand and promised to nobody. None where stock is not counted.':
    'Stücke, die verkauft werden können: vorhanden und niemandem zugesagt. Keine Zahl, wo Bestand nicht gezählt wird.',
  'Available ÷ mean pieces sold a day over days in stock: how many days it lasts.':
    'Verfügbar ÷ mittlere verkaufte Stücke je Tag über Tage mit Bestand: wie viele Tage es reicht.',
  'Lower bound of the interval that holds the truth 95 times of 100, by Student’s interval of daily sales.':
    'Untere Grenze des Intervalls, in dem die Wahrheit 95-mal von 100 liegt, nach Students Intervall der täglichen Verkäufe.',
  'Upper bound of the interval that holds the truth 95 times of 100; none where nothing might be sold.':
    'Obere Grenze des Intervalls, in dem die Wahrheit 95-mal von 100 liegt; keine, wo vielleicht nichts verkauft wird.',
  'Days on which nothing of any of its variants was there from morning to night, as far as stock was counted then.':
    'Tage, an denen von keiner Variante von morgens bis abends etwas da war, soweit Bestand damals gezählt wurde.',
  'Pieces that can be sold: on hand and promised to nobody.':
    'Stücke, die verkauft werden können: vorhanden und niemandem zugesagt.',
  'Days since it was last sold; of all, of what was sold last. None where it never was.':
    'Tage seit dem letzten Verkauf; in der Summe: seit dem zuletzt Verkauften. Keine Zahl, wo es nie verkauft wurde.',
  'Baskets with both; in the line of all: baskets.': 'Körbe mit beiden; in der Zeile aller: Körbe.',
  'Baskets with both ÷ all baskets.': 'Körbe mit beiden ÷ alle Körbe.',
  'How many times as often together as by chance.': 'Wievielmal so oft zusammen wie durch Zufall.',
  'Lower bound of the interval that holds the lift 95 times of 100.':
    'Untere Grenze des Intervalls, in dem der Lift 95-mal von 100 liegt.',
  'Upper bound of that interval.': 'Obere Grenze dieses Intervalls.',
  'Of baskets with the first: those with the second.': 'Von Körben mit dem ersten: die mit dem zweiten.',
  'Of baskets with the second: those with the first.': 'Von Körben mit dem zweiten: die mit dem ersten.',
  'That chance alone brings them together so often (Fisher’s exact test).':
    'Dass allein der Zufall sie so oft zusammenbringt (exakter Test nach Fisher).',
  'The same among all pairs that were looked at (Benjamini and Hochberg).':
    'Dasselbe unter allen betrachteten Paaren (Benjamini und Hochberg).',
  'Net sales ÷ those of all products that sold for something.':
    'Nettoumsatz ÷ den aller Produkte, die etwas einbrachten.',
  'The same of this product and all that sold more.':
    'Dasselbe von diesem Produkt und allen, die mehr verkauften.',
  'Pieces sold, before anything came back.': 'Verkaufte Stücke, bevor etwas zurückkam.',
  'Standard deviation of weekly pieces ÷ their mean.':
    'Standardabweichung der wöchentlichen Stücke ÷ ihr Mittel.',
  'Products that sold for something or came back.': 'Produkte, die etwas einbrachten oder zurückkamen.',
  'Products ÷ all of these.': 'Produkte ÷ alle diese.',
  'Orders with it.': 'Bestellungen damit.',
  'Orders with it before.': 'Bestellungen damit davor.',
  'Orders with it ÷ orders of the span.': 'Bestellungen damit ÷ Bestellungen der Spanne.',
  'Share of orders: lower bound of the interval that holds it 95 times of 100 (Wilson).':
    'Anteil an Bestellungen: untere Grenze des Intervalls, in dem er 95-mal von 100 liegt (Wilson).',
  'Share of orders: upper bound of that interval.': 'Anteil an Bestellungen: obere Grenze dieses Intervalls.',
  'Orders with it ÷ orders, before.': 'Bestellungen damit ÷ Bestellungen, davor.',
  'Share of orders before: lower bound of the interval that holds it 95 times of 100 (Wilson).':
    'Anteil an Bestellungen davor: untere Grenze des Intervalls, in dem er 95-mal von 100 liegt (Wilson).',
  'Share of orders before: upper bound of that interval.':
    'Anteil an Bestellungen davor: obere Grenze dieses Intervalls.',
  'That so great a change is chance, among all products that were looked at.':
    'Dass eine so große Änderung Zufall ist, unter allen betrachteten Produkten.',
  'The same before.': 'Dasselbe davor.',
  'Net sales − net sales before.': 'Nettoumsatz − Nettoumsatz davor.',
};
