/** What numbers of visits are, in Spanish, by what the definition says. */
export const visits: Readonly<Record<string, string>> = {
  'Visits: until nothing happened for more than 30 minutes, or another campaign brought the visitor. Without bots and staff.':
    'Visitas: hasta que no pasó nada durante más de 30 minutos u otra campaña trajo al visitante. Sin bots ni equipo.',
  'Sessions in which a page was to be seen for 10 seconds or more, or two pages were seen, or something was bought: engaged sessions of Google Analytics 4 with an order as the key event.':
    'Visitas en las que una página estuvo a la vista 10 segundos o más, se vieron dos páginas o se compró algo: sesiones con interacción de Google Analytics 4 con el pedido como evento clave.',
  'Engaged sessions ÷ sessions.': 'Visitas con interés ÷ visitas.',
  'Sessions that were not engaged ÷ sessions.': 'Visitas sin interés ÷ visitas.',
  'Pages opened in sessions.': 'Páginas abiertas en las visitas.',
  'Searches in the shop, each page of results counted.':
    'Búsquedas en la tienda; cada página de resultados cuenta.',
  'Pages seen ÷ sessions.': 'Páginas vistas ÷ visitas.',
  'Seconds for which pages of the session were to be seen, the last one included: pages tell it when they are left.':
    'Segundos en que las páginas de la visita estuvieron a la vista, incluida la última: las páginas lo dicen al abandonarse.',
  'Sessions in which goods were looked at, as a closed funnel: each step after the one before it, in one session.':
    'Visitas en las que se miró mercancía, como embudo cerrado: cada paso después del anterior, en una visita.',
  'Sessions in which goods were then put into the cart, as a closed funnel: each step after the one before it, in one session.':
    'Visitas en las que luego se puso mercancía en el carrito, como embudo cerrado: cada paso después del anterior, en una visita.',
  'Sessions in which the checkout was then begun, as a closed funnel: each step after the one before it, in one session.':
    'Visitas en las que luego se empezó el pago, como embudo cerrado: cada paso después del anterior, en una visita.',
  'Sessions in which it was then bought, as a closed funnel: each step after the one before it, in one session.':
    'Visitas en las que luego se compró, como embudo cerrado: cada paso después del anterior, en una visita.',
  'Sessions in which goods were put into the cart ÷ sessions in which they were looked at, as a closed funnel: each step after the one before it.':
    'Visitas en las que se puso mercancía en el carrito ÷ visitas en las que se miró, como embudo cerrado: cada paso después del anterior.',
  'Sessions in which the checkout was begun ÷ sessions in which goods were put into the cart, as a closed funnel: each step after the one before it.':
    'Visitas en las que se empezó el pago ÷ visitas en las que se puso mercancía en el carrito, como embudo cerrado: cada paso después del anterior.',
  'Sessions in which it was bought ÷ sessions in which the checkout was begun, as a closed funnel: each step after the one before it.':
    'Visitas en las que se compró ÷ visitas en las que se empezó el pago, como embudo cerrado: cada paso después del anterior.',
  'Sessions with at least one order that was sold, whatever steps came before it.':
    'Visitas con al menos un pedido vendido, fueran cuales fueran los pasos anteriores.',
  'Sessions with at least one order ÷ sessions. Not orders ÷ sessions.':
    'Visitas con al menos un pedido ÷ visitas. No pedidos ÷ visitas.',
  'Visits in which it was looked at. In the total each product of a visit counts.':
    'Visitas en las que se miró. En el total cuenta cada producto de una visita.',
  'Visits in which it was put into the cart.': 'Visitas en las que se puso en el carrito.',
  'Orders whose session is known. Others were placed by visitors who could not be followed, or by staff.':
    'Pedidos cuya visita se conoce. Los demás los hicieron visitantes a los que no se pudo seguir, o el equipo.',
  'Orders whose session is known ÷ orders: how much of the business this table speaks of.':
    'Pedidos cuya visita se conoce ÷ pedidos: de qué parte del negocio habla esta tabla.',
  'Visits (or visitors, within a time) that took the step. Of all together: the last step.':
    'Visitas (o visitantes, dentro de un plazo) que dieron el paso. De todas juntas: el último paso.',
  'Of those that took the step before, how many then took this one.':
    'De quienes dieron el paso anterior, cuántos dieron luego este.',
  'Those that took the step ÷ those that took the first.':
    'Quienes dieron el paso ÷ quienes dieron el primero.',
  'Took this step and not the next one after it.': 'Dieron este paso y después no el siguiente.',
  'Sessions whose last page it was.': 'Visitas cuya última página fue esta.',
  'How often the page was opened.': 'Cuántas veces se abrió la página.',
  'Sessions whose last page it was ÷ how often it was seen.':
    'Visitas cuya última página fue esta ÷ cuántas veces se vio.',
  'Different visitors of each day, added up: without consent nobody is known again on another day, so that nobody is.':
    'Visitantes distintos de cada día, sumados: sin consentimiento no se reconoce a nadie otro día, así que no se reconoce a ninguno.',
  'Seconds for which the page was to be seen ÷ how often it was opened. Pages tell it when they are left or hidden, so that the last page of a visit counts as any other.':
    'Segundos en que la página estuvo a la vista ÷ cuántas veces se abrió. Las páginas lo dicen al abandonarse u ocultarse, de modo que la última página de una visita cuenta como cualquier otra.',
  'Sessions that went this way ÷ all that had the page.':
    'Visitas que siguieron este camino ÷ todas las que tuvieron la página.',
  'How often a term was searched for. The same term right after itself in a visit is the next page of its results: one search.':
    'Cuántas veces se buscó un término. El mismo término justo después en una visita es la siguiente página de resultados: una búsqueda.',
  'Searches that found nothing ÷ searches of which it is known how many results they had.':
    'Búsquedas sin resultados ÷ búsquedas de las que se sabe cuántos resultados tuvieron.',
  'Searches after which no further page was seen in the visit ÷ searches.':
    'Búsquedas tras las que no se vio ninguna otra página en la visita ÷ búsquedas.',
  'Searches after which another term was searched for without looking at a product in between ÷ searches.':
    'Búsquedas tras las que se buscó otro término sin mirar un producto entre medias ÷ búsquedas.',
  'Searches after which something was bought in the same visit.':
    'Búsquedas tras las que se compró algo en la misma visita.',
  'Searches after which something was bought in the same visit ÷ searches.':
    'Búsquedas tras las que se compró algo en la misma visita ÷ búsquedas.',
  'How often browsers told a value: Chrome, Edge and others of their kind tell all, Safari and Firefox some.':
    'Cuántas veces los navegadores dieron un valor: Chrome, Edge y similares los dan todos, Safari y Firefox algunos.',
  'Three of four page views had this value or a better one, to two digits. LCP, INP, FCP and TTFB in milliseconds; CLS has no unit.':
    'Tres de cada cuatro vistas tuvieron este valor o uno mejor, a dos cifras. LCP, INP, FCP y TTFB en milisegundos; CLS no tiene unidad.',
  'Values LCP ≤ 2.5 s, INP ≤ 200 ms, CLS ≤ 0.1, FCP ≤ 1.8 s, TTFB ≤ 0.8 s ÷ all of them. Thresholds of web.dev/articles/vitals, /fcp and /ttfb.':
    'Valores LCP ≤ 2,5 s, INP ≤ 200 ms, CLS ≤ 0,1, FCP ≤ 1,8 s, TTFB ≤ 0,8 s ÷ todos. Umbrales de web.dev/articles/vitals, /fcp y /ttfb.',
  'Values between good and poor ÷ all of them. Thresholds of web.dev/articles/vitals, /fcp and /ttfb.':
    'Valores entre bueno y malo ÷ todos. Umbrales de web.dev/articles/vitals, /fcp y /ttfb.',
  'Values LCP > 4 s, INP > 500 ms, CLS > 0.25, FCP > 3 s, TTFB > 1.8 s ÷ all of them. Thresholds of web.dev/articles/vitals, /fcp and /ttfb.':
    'Valores LCP > 4 s, INP > 500 ms, CLS > 0,25, FCP > 3 s, TTFB > 1,8 s ÷ todos. Umbrales de web.dev/articles/vitals, /fcp y /ttfb.',
};
