/** What numbers of visits are, in German, by what the definition says. */
export const visits: Readonly<Record<string, string>> = {
  'Visits: until nothing happened for more than 30 minutes, or another campaign brought the visitor. Without bots and staff.':
    'Besuche: bis mehr als 30 Minuten nichts geschah, oder eine andere Kampagne den Besucher brachte. Ohne Bots und Team.',
  'Sessions in which a page was to be seen for 10 seconds or more, or two pages were seen, or something was bought: engaged sessions of Google Analytics 4 with an order as the key event.':
    'Besuche, in denen eine Seite mindestens 10 Sekunden zu sehen war, oder zwei Seiten gesehen oder etwas gekauft wurde: interessierte Sitzungen von Google Analytics 4 mit der Bestellung als Schlüsselereignis.',
  'Engaged sessions ÷ sessions.': 'Interessierte Besuche ÷ Besuche.',
  'Sessions that were not engaged ÷ sessions.': 'Besuche ohne Interesse ÷ Besuche.',
  'Pages opened in sessions.': 'In Besuchen geöffnete Seiten.',
  'Searches in the shop, each page of results counted.': 'Suchen im Shop; jede Ergebnisseite zählt.',
  'Pages seen ÷ sessions.': 'Gesehene Seiten ÷ Besuche.',
  'Seconds for which pages of the session were to be seen, the last one included: pages tell it when they are left.':
    'Sekunden, in denen Seiten des Besuchs zu sehen waren, auch die letzte: Seiten melden es, wenn sie verlassen werden.',
  'Sessions in which goods were looked at, as a closed funnel: each step after the one before it, in one session.':
    'Besuche, in denen Ware angesehen wurde, als geschlossener Trichter: jeder Schritt nach dem vorigen, in einem Besuch.',
  'Sessions in which goods were then put into the cart, as a closed funnel: each step after the one before it, in one session.':
    'Besuche, in denen Ware dann in den Warenkorb kam, als geschlossener Trichter: jeder Schritt nach dem vorigen, in einem Besuch.',
  'Sessions in which the checkout was then begun, as a closed funnel: each step after the one before it, in one session.':
    'Besuche, in denen dann die Kasse begonnen wurde, als geschlossener Trichter: jeder Schritt nach dem vorigen, in einem Besuch.',
  'Sessions in which it was then bought, as a closed funnel: each step after the one before it, in one session.':
    'Besuche, in denen dann gekauft wurde, als geschlossener Trichter: jeder Schritt nach dem vorigen, in einem Besuch.',
  'Sessions in which goods were put into the cart ÷ sessions in which they were looked at, as a closed funnel: each step after the one before it.':
    'Besuche, in denen Ware in den Warenkorb kam ÷ Besuche, in denen sie angesehen wurde, als geschlossener Trichter: jeder Schritt nach dem vorigen.',
  'Sessions in which the checkout was begun ÷ sessions in which goods were put into the cart, as a closed funnel: each step after the one before it.':
    'Besuche, in denen die Kasse begonnen wurde ÷ Besuche, in denen Ware in den Warenkorb kam, als geschlossener Trichter: jeder Schritt nach dem vorigen.',
  'Sessions in which it was bought ÷ sessions in which the checkout was begun, as a closed funnel: each step after the one before it.':
    'Besuche, in denen gekauft wurde ÷ Besuche, in denen die Kasse begonnen wurde, als geschlossener Trichter: jeder Schritt nach dem vorigen.',
  'Sessions with at least one order that was sold, whatever steps came before it.':
    'Besuche mit mindestens einer verkauften Bestellung, welche Schritte auch davor lagen.',
  'Sessions with at least one order ÷ sessions. Not orders ÷ sessions.':
    'Besuche mit mindestens einer Bestellung ÷ Besuche. Nicht Bestellungen ÷ Besuche.',
  'Visits in which it was looked at. In the total each product of a visit counts.':
    'Besuche, in denen es angesehen wurde. In der Summe zählt jedes Produkt eines Besuchs.',
  'Visits in which it was put into the cart.': 'Besuche, in denen es in den Warenkorb kam.',
  'Orders whose session is known. Others were placed by visitors who could not be followed, or by staff.':
    'Bestellungen, deren Besuch bekannt ist. Andere kamen von Besuchern, denen man nicht folgen konnte, oder vom Team.',
  'Orders whose session is known ÷ orders: how much of the business this table speaks of.':
    'Bestellungen, deren Besuch bekannt ist ÷ Bestellungen: von wie viel des Geschäfts diese Tabelle spricht.',
  'Visits (or visitors, within a time) that took the step. Of all together: the last step.':
    'Besuche (oder Besucher, innerhalb einer Zeit), die den Schritt taten. Von allen zusammen: der letzte Schritt.',
  'Of those that took the step before, how many then took this one.':
    'Von denen, die den Schritt davor taten: wie viele dann diesen taten.',
  'Those that took the step ÷ those that took the first.': 'Die den Schritt taten ÷ die den ersten taten.',
  'Took this step and not the next one after it.': 'Taten diesen Schritt und danach nicht den nächsten.',
  'Sessions whose last page it was.': 'Besuche, deren letzte Seite es war.',
  'How often the page was opened.': 'Wie oft die Seite geöffnet wurde.',
  'Sessions whose last page it was ÷ how often it was seen.':
    'Besuche, deren letzte Seite es war ÷ wie oft sie gesehen wurde.',
  'Different visitors of each day, added up: without consent nobody is known again on another day, so that nobody is.':
    'Verschiedene Besucher jedes Tages, zusammengezählt: ohne Einwilligung erkennt man an einem anderen Tag niemanden wieder, also zählt man so alle.',
  'Seconds for which the page was to be seen ÷ how often it was opened. Pages tell it when they are left or hidden, so that the last page of a visit counts as any other.':
    'Sekunden, in denen die Seite zu sehen war ÷ wie oft sie geöffnet wurde. Seiten melden es, wenn sie verlassen oder verdeckt werden, sodass die letzte Seite eines Besuchs zählt wie jede andere.',
  'Sessions that went this way ÷ all that had the page.':
    'Besuche, die diesen Weg gingen ÷ alle, die die Seite hatten.',
  'How often a term was searched for. The same term right after itself in a visit is the next page of its results: one search.':
    'Wie oft ein Begriff gesucht wurde. Derselbe Begriff gleich danach im selben Besuch ist die nächste Ergebnisseite: eine Suche.',
  'Searches that found nothing ÷ searches of which it is known how many results they had.':
    'Suchen, die nichts fanden ÷ Suchen, von denen man weiß, wie viele Treffer sie hatten.',
  'Searches after which no further page was seen in the visit ÷ searches.':
    'Suchen, nach denen im Besuch keine weitere Seite gesehen wurde ÷ Suchen.',
  'Searches after which another term was searched for without looking at a product in between ÷ searches.':
    'Suchen, nach denen ein anderer Begriff gesucht wurde, ohne dazwischen ein Produkt anzusehen ÷ Suchen.',
  'Searches after which something was bought in the same visit.':
    'Suchen, nach denen im selben Besuch etwas gekauft wurde.',
  'Searches after which something was bought in the same visit ÷ searches.':
    'Suchen, nach denen im selben Besuch etwas gekauft wurde ÷ Suchen.',
  'How often browsers told a value: Chrome, Edge and others of their kind tell all, Safari and Firefox some.':
    'Wie oft Browser einen Wert meldeten: Chrome, Edge und verwandte melden alle, Safari und Firefox einige.',
  'Three of four page views had this value or a better one, to two digits. LCP, INP, FCP and TTFB in milliseconds; CLS has no unit.':
    'Drei von vier Seitenaufrufen hatten diesen Wert oder einen besseren, auf zwei Stellen. LCP, INP, FCP und TTFB in Millisekunden; CLS hat keine Einheit.',
  'Values LCP ≤ 2.5 s, INP ≤ 200 ms, CLS ≤ 0.1, FCP ≤ 1.8 s, TTFB ≤ 0.8 s ÷ all of them. Thresholds of web.dev/articles/vitals, /fcp and /ttfb.':
    'Werte LCP ≤ 2,5 s, INP ≤ 200 ms, CLS ≤ 0,1, FCP ≤ 1,8 s, TTFB ≤ 0,8 s ÷ alle Werte. Schwellen von web.dev/articles/vitals, /fcp und /ttfb.',
  'Values between good and poor ÷ all of them. Thresholds of web.dev/articles/vitals, /fcp and /ttfb.':
    'Werte zwischen gut und schlecht ÷ alle Werte. Schwellen von web.dev/articles/vitals, /fcp und /ttfb.',
  'Values LCP > 4 s, INP > 500 ms, CLS > 0.25, FCP > 3 s, TTFB > 1.8 s ÷ all of them. Thresholds of web.dev/articles/vitals, /fcp and /ttfb.':
    'Werte LCP > 4 s, INP > 500 ms, CLS > 0,25, FCP > 3 s, TTFB > 1,8 s ÷ alle Werte. Schwellen von web.dev/articles/vitals, /fcp und /ttfb.',
};
