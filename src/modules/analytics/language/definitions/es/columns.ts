/** What reports tell apart, in Spanish, by what the definition says. */
export const columns: Readonly<Record<string, string>> = {
  'Hour, day, week from Monday, or month, in the shop’s zone.':
    'Hora, día, semana desde el lunes, o mes, en la zona de la tienda.',
  'As the catalogue has it; else as it was called in the latest order.':
    'Como en el catálogo; si no, como se llamaba en el último pedido.',
  'Its SKU.': 'Su SKU.',
  'Its options, such as size and colour.': 'Sus opciones, como talla y color.',
  'Code of the market in which it was ordered.': 'Código del mercado en el que se pidió.',
  'ISO 3166-1 code of where the order goes, or of who pays where nothing is sent.':
    'Código ISO 3166-1 de adonde va el pedido, o de quien paga si no se envía nada.',
  'Per cent of the line’s gross sales that discounts took off.':
    'Por ciento de las ventas brutas de la línea que quitaron los descuentos.',
  'As the account and utm_campaign have it.': 'Como en la cuenta de anuncios y utm_campaign.',
  'As the import and utm_source have it.': 'Como en la importación y utm_source.',
  'As the import and utm_medium have it.': 'Como en la importación y utm_medium.',
  'Name of the brand; of goods without one empty.': 'Nombre de la marca; vacío en artículos sin marca.',
  'The category below those above it, such as Home › Kitchen; of goods without one empty.':
    'La categoría bajo las de encima, como Hogar › Cocina; vacía en artículos sin categoría.',
  'Title of the collection; of goods in none empty.':
    'Título de la colección; vacío en artículos que no están en ninguna.',
  '1 is Monday, 7 is Sunday, in the shop’s zone.': '1 es lunes, 7 es domingo, en la zona de la tienda.',
  '00 to 23, in the shop’s zone.': '00 a 23, en la zona de la tienda.',
  '1 is the first.': '1 es el primero.',
  'Of the visit with the first step that was taken; the rarest together are other.':
    'De la visita con el primer paso que se dio; los más raros juntos son «other».',
  'Default channel group of Google Analytics 4 of the session in which it was bought.':
    'Grupo de canales predeterminado de Google Analytics 4 de la visita en la que se compró.',
  'Month of the first order, by its first day.': 'Mes del primer pedido, por su primer día.',
  '0 is the month of the first order.': '0 es el mes del primer pedido.',
  'Days from the first order to the second; none: there is none so far.':
    'Días del primer pedido al segundo; ninguno: aún no lo hay.',
  'Where the order goes, or where who pays for it is.': 'Adonde va el pedido, o donde está quien lo paga.',
  'What the bank or provider gave as the reason; empty where nobody gave one.':
    'El motivo que dio el banco o el proveedor; vacío donde nadie dio ninguno.',
  'Who took the money, and kept some of it.': 'Quien cobró el dinero y se quedó con una parte.',
  'Through whom it was paid.': 'A través de quién se pagó.',
  'The month in which it was posted.': 'El mes en que se contabilizó.',
  'The country, or its region: DE, US-CA.': 'El país, o su región: DE, US-CA.',
  'Id of the promotion; of orders from elsewhere their origin and its name there.':
    'Id de la promoción; en pedidos de otro lugar, su origen y el nombre que tenía allí.',
  'What it was called when it was used last.': 'Cómo se llamaba cuando se usó por última vez.',
  'What the shopper chose as the reason.': 'Lo que el comprador eligió como motivo.',
  'Id of the product.': 'Id del producto.',
  'As the catalogue has it.': 'Como en el catálogo.',
  'Path of the first page that was seen in the session.': 'Ruta de la primera página vista en la visita.',
  'Path of the last page that was seen in the session.': 'Ruta de la última página vista en la visita.',
  'Path, without its query; what opens an order is a *.':
    'Ruta, sin su consulta; lo que abre un pedido es un *.',
  'home, product, collection, category, brand, search, content, cart, checkout …':
    'home (inicio), product, collection, category, brand, search, content, cart, checkout…',
  'The page at place 1 of the way.': 'La página en el lugar 1 del camino.',
  'The page at place 2 of the way.': 'La página en el lugar 2 del camino.',
  'The page at place 3 of the way.': 'La página en el lugar 3 del camino.',
  'The page at place 4 of the way.': 'La página en el lugar 4 del camino.',
  'The page at place 5 of the way.': 'La página en el lugar 5 del camino.',
  'As it was typed, in small letters.': 'Como se tecleó, en minúsculas.',
  'LCP, INP, CLS, FCP or TTFB (web.dev/articles/vitals).':
    'LCP, INP, CLS, FCP o TTFB (web.dev/articles/vitals).',
  'home, product, collection … by the address of the page; all of them: all.':
    'home, product, collection… según la dirección de la página; todas juntas: all.',
  'desktop, mobile or tablet, as far as the browser says it; all.':
    'desktop, mobile o tablet, según lo diga el navegador; todos juntos: all.',
  'By its own word.': 'Como se nombra a sí mismo.',
  'The operating system, by the browser’s word.': 'El sistema operativo, según el navegador.',
  'utm_source, or the host of the page that linked here. Empty: typed, or not told.':
    'utm_source, o el dominio de la página que enlazó aquí. Vacío: tecleado, o no dicho.',
  'utm_medium.': 'El medio: utm_medium.',
  'utm_campaign.': 'La campaña: utm_campaign.',
  '0 to 23, in the shop’s zone.': '0 a 23, en la zona de la tienda.',
  'The name that marketing tools share for these fifths.':
    'El nombre que comparten las herramientas de marketing para estos quintos.',
  'Fifth by the days since the last order; 5 is the latest.':
    'Quinto según los días desde el último pedido; 5 es el más reciente.',
  'Fifth by the number of orders; 5 is the most.': 'Quinto según el número de pedidos; 5 es el mayor.',
  'What customers of these fifths are called.': 'Cómo se llama a los clientes de estos quintos.',
  'Id of a product; of goods that only another shop sold, their SKU.':
    'Id de un producto; de artículos que solo vendió otra tienda, su SKU.',
  'Id of the other.': 'Id del otro.',
  'What that is called.': 'Cómo se llama.',
  'Name of a category: the first of each product.': 'Nombre de una categoría: la primera de cada producto.',
  'The same.': 'Lo mismo.',
  'Name of the other.': 'Nombre de la otra.',
  'A: the products that make the first 80 % of net sales; B: the next 15 %; C: the rest.':
    'A: los productos que hacen el primer 80 % de las ventas netas; B: el siguiente 15 %; C: el resto.',
  'How steady weekly pieces are: X up to half of their mean, Y up to the mean, Z above (coefficient of variation); empty of fewer than 8 whole weeks with stock since the first sale.':
    'Cuán constantes son las unidades por semana: X hasta la mitad de su media, Y hasta la media, Z por encima (coeficiente de variación); vacío con menos de 8 semanas enteras con existencias desde la primera venta.',
  'rising, falling, or steady: what may be chance.':
    'rising (al alza), falling (a la baja) o steady: lo que puede ser azar.',
  'Default channel group of Google Analytics 4; empty: the session is not known.':
    'Grupo de canales predeterminado de Google Analytics 4; vacío: no se conoce la visita.',
};
