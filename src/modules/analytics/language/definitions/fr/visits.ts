/** What numbers of visits are, in French, by what the definition says. */
export const visits: Readonly<Record<string, string>> = {
  'Visits: until nothing happened for more than 30 minutes, or another campaign brought the visitor. Without bots and staff.':
    'Visites : jusqu’à plus de 30 minutes d’inactivité, ou jusqu’à ce qu’une autre campagne amène le visiteur. Sans robots ni équipe.',
  'Sessions in which a page was to be seen for 10 seconds or more, or two pages were seen, or something was bought: engaged sessions of Google Analytics 4 with an order as the key event.':
    'Visites où une page a été visible au moins 10 secondes, où deux pages ont été vues ou quelque chose acheté : sessions avec engagement de Google Analytics 4, la commande étant l’événement clé.',
  'Engaged sessions ÷ sessions.': 'Visites engagées ÷ visites.',
  'Sessions that were not engaged ÷ sessions.': 'Visites non engagées ÷ visites.',
  'Pages opened in sessions.': 'Pages ouvertes dans les visites.',
  'Searches in the shop, each page of results counted.':
    'Recherches dans la boutique ; chaque page de résultats compte.',
  'Pages seen ÷ sessions.': 'Pages vues ÷ visites.',
  'Seconds for which pages of the session were to be seen, the last one included: pages tell it when they are left.':
    'Secondes pendant lesquelles les pages de la visite étaient visibles, la dernière comprise : les pages le disent quand on les quitte.',
  'Sessions in which goods were looked at, as a closed funnel: each step after the one before it, in one session.':
    'Visites où des articles ont été regardés, en entonnoir fermé : chaque étape après la précédente, dans une même visite.',
  'Sessions in which goods were then put into the cart, as a closed funnel: each step after the one before it, in one session.':
    'Visites où des articles ont ensuite été mis au panier, en entonnoir fermé : chaque étape après la précédente, dans une même visite.',
  'Sessions in which the checkout was then begun, as a closed funnel: each step after the one before it, in one session.':
    'Visites où le paiement a ensuite été commencé, en entonnoir fermé : chaque étape après la précédente, dans une même visite.',
  'Sessions in which it was then bought, as a closed funnel: each step after the one before it, in one session.':
    'Visites où l’achat a ensuite eu lieu, en entonnoir fermé : chaque étape après la précédente, dans une même visite.',
  'Sessions in which goods were put into the cart ÷ sessions in which they were looked at, as a closed funnel: each step after the one before it.':
    'Visites où des articles ont été mis au panier ÷ visites où ils ont été regardés, en entonnoir fermé : chaque étape après la précédente.',
  'Sessions in which the checkout was begun ÷ sessions in which goods were put into the cart, as a closed funnel: each step after the one before it.':
    'Visites où le paiement a été commencé ÷ visites où des articles ont été mis au panier, en entonnoir fermé : chaque étape après la précédente.',
  'Sessions in which it was bought ÷ sessions in which the checkout was begun, as a closed funnel: each step after the one before it.':
    'Visites où l’achat a eu lieu ÷ visites où le paiement a été commencé, en entonnoir fermé : chaque étape après la précédente.',
  'Sessions with at least one order that was sold, whatever steps came before it.':
    'Visites avec au moins une commande vendue, quelles que soient les étapes précédentes.',
  'Sessions with at least one order ÷ sessions. Not orders ÷ sessions.':
    'Visites avec au moins une commande ÷ visites. Non pas commandes ÷ visites.',
  'Visits in which it was looked at. In the total each product of a visit counts.':
    'Visites où il a été regardé. Dans le total, chaque produit d’une visite compte.',
  'Visits in which it was put into the cart.': 'Visites où il a été mis au panier.',
  'Orders whose session is known. Others were placed by visitors who could not be followed, or by staff.':
    'Commandes dont la visite est connue. Les autres viennent de visiteurs qu’on n’a pas pu suivre, ou de l’équipe.',
  'Orders whose session is known ÷ orders: how much of the business this table speaks of.':
    'Commandes dont la visite est connue ÷ commandes : de quelle part de l’activité parle ce tableau.',
  'Visits (or visitors, within a time) that took the step. Of all together: the last step.':
    'Visites (ou visiteurs, dans un délai) qui ont franchi l’étape. De toutes ensemble : la dernière étape.',
  'Of those that took the step before, how many then took this one.':
    'De ceux qui ont franchi l’étape précédente, combien ont franchi celle-ci.',
  'Those that took the step ÷ those that took the first.':
    'Ceux qui ont franchi l’étape ÷ ceux qui ont franchi la première.',
  'Took this step and not the next one after it.': 'Ont franchi cette étape mais pas la suivante.',
  'Sessions whose last page it was.': 'Visites dont c’était la dernière page.',
  'How often the page was opened.': 'Combien de fois la page a été ouverte.',
  'Sessions whose last page it was ÷ how often it was seen.':
    'Visites dont c’était la dernière page ÷ nombre de fois où elle a été vue.',
  'Different visitors of each day, added up: without consent nobody is known again on another day, so that nobody is.':
    'Visiteurs différents de chaque jour, additionnés : sans consentement personne n’est reconnu un autre jour, alors personne ne l’est.',
  'Seconds for which the page was to be seen ÷ how often it was opened. Pages tell it when they are left or hidden, so that the last page of a visit counts as any other.':
    'Secondes pendant lesquelles la page était visible ÷ nombre d’ouvertures. Les pages le disent quand on les quitte ou les masque, de sorte que la dernière page d’une visite compte comme les autres.',
  'Sessions that went this way ÷ all that had the page.':
    'Visites ayant pris ce chemin ÷ toutes celles qui ont eu la page.',
  'How often a term was searched for. The same term right after itself in a visit is the next page of its results: one search.':
    'Combien de fois un terme a été cherché. Le même terme aussitôt après, dans une même visite, est la page de résultats suivante : une seule recherche.',
  'Searches that found nothing ÷ searches of which it is known how many results they had.':
    'Recherches sans résultat ÷ recherches dont on connaît le nombre de résultats.',
  'Searches after which no further page was seen in the visit ÷ searches.':
    'Recherches après lesquelles aucune autre page n’a été vue dans la visite ÷ recherches.',
  'Searches after which another term was searched for without looking at a product in between ÷ searches.':
    'Recherches suivies d’un autre terme sans regarder de produit entre-temps ÷ recherches.',
  'Searches after which something was bought in the same visit.':
    'Recherches après lesquelles un achat a eu lieu dans la même visite.',
  'Searches after which something was bought in the same visit ÷ searches.':
    'Recherches après lesquelles un achat a eu lieu dans la même visite ÷ recherches.',
  'How often browsers told a value: Chrome, Edge and others of their kind tell all, Safari and Firefox some.':
    'Combien de fois les navigateurs ont donné une valeur : Chrome, Edge et leurs semblables les donnent toutes, Safari et Firefox certaines.',
  'Three of four page views had this value or a better one, to two digits. LCP, INP, FCP and TTFB in milliseconds; CLS has no unit.':
    'Trois vues sur quatre ont eu cette valeur ou mieux, à deux chiffres près. LCP, INP, FCP et TTFB en millisecondes ; CLS est sans unité.',
  'Values LCP ≤ 2.5 s, INP ≤ 200 ms, CLS ≤ 0.1, FCP ≤ 1.8 s, TTFB ≤ 0.8 s ÷ all of them. Thresholds of web.dev/articles/vitals, /fcp and /ttfb.':
    'Valeurs LCP ≤ 2,5 s, INP ≤ 200 ms, CLS ≤ 0,1, FCP ≤ 1,8 s, TTFB ≤ 0,8 s ÷ toutes les valeurs. Seuils de web.dev/articles/vitals, /fcp et /ttfb.',
  'Values between good and poor ÷ all of them. Thresholds of web.dev/articles/vitals, /fcp and /ttfb.':
    'Valeurs entre bon et mauvais ÷ toutes les valeurs. Seuils de web.dev/articles/vitals, /fcp et /ttfb.',
  'Values LCP > 4 s, INP > 500 ms, CLS > 0.25, FCP > 3 s, TTFB > 1.8 s ÷ all of them. Thresholds of web.dev/articles/vitals, /fcp and /ttfb.':
    'Valeurs LCP > 4 s, INP > 500 ms, CLS > 0,25, FCP > 3 s, TTFB > 1,8 s ÷ toutes les valeurs. Seuils de web.dev/articles/vitals, /fcp et /ttfb.',
};
