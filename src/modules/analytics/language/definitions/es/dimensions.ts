/** What dimensions are, in Spanish, by what the definition says. */
export const dimensions: Readonly<Record<string, string>> = {
  'Code of the market in which it was ordered or visited.':
    'Código del mercado en el que se pidió o que se visitó.',
  'ISO 3166-1 code of where the order goes, or of who pays where nothing is sent; of visits, where they came from.':
    'Código ISO 3166-1 de adónde va el pedido, o de quien paga si no se envía nada; de las visitas, de dónde vinieron.',
  'State or province of where the order goes.': 'Estado o provincia de adónde va el pedido.',
  'Currency in which it was sold. Money is never summed over currencies.':
    'Divisa en la que se vendió. El dinero nunca se suma entre divisas.',
  'Empty: this shop. Else the import that the order came with.':
    'Vacío: esta tienda. Si no, la importación con la que vino el pedido.',
  'Day of the week in the shop’s zone: 1 is Monday, 7 is Sunday.':
    'Día de la semana en la zona de la tienda: 1 es lunes, 7 es domingo.',
  'Hour of the day in the shop’s zone, 00 to 23.': 'Hora del día en la zona de la tienda, de 00 a 23.',
  'Id of the product; of goods that only another shop sold, their SKU.':
    'Id del producto; de lo que solo vendió otra tienda, su SKU.',
  'Id of the variant; of goods that only another shop sold, their SKU.':
    'Id de la variante; de lo que solo vendió otra tienda, su SKU.',
  'SKU of the variant.': 'SKU de la variante.',
  'What the product is called: as the catalogue has it, else as in the latest order.':
    'Cómo se llama el producto: como en el catálogo o, si no, como en el último pedido.',
  'Options of the variant.': 'Opciones de la variante.',
  'Brand of the product.': 'Marca del producto.',
  'Category of the product.': 'Categoría del producto.',
  'Collection of the product. What is in several is counted with each; totals count it once.':
    'Colección del producto. Lo que está en varias cuenta en cada una; los totales lo cuentan una vez.',
  'Per cent of the line’s gross sales that discounts took off when it was sold.':
    'Por ciento de las ventas brutas de la línea que los descuentos restaron al venderse.',
  'new: it is the customer’s first order ever. returning: any later one. Nobody knows: empty.':
    'new: el primer pedido del cliente. returning: cualquiera posterior. Nadie lo sabe: vacío.',
  'Default channel group of Google Analytics 4 of the visit; of orders, of the first session that told of it. Empty: the session is not known.':
    'Grupo de canales predeterminado de Google Analytics 4 de la visita; de los pedidos, de la primera visita que lo comunicó. Vacío: la visita no se conoce.',
  'utm_source of the visit, or what stands for it.': 'utm_source de la visita, o lo que hace sus veces.',
  'utm_medium of the visit, or what stands for it.': 'utm_medium de la visita, o lo que hace sus veces.',
  'utm_campaign of the visit.': 'utm_campaign de la visita.',
  'First page of the visit.': 'Primera página de la visita.',
  'Last page of the visit.': 'Última página de la visita.',
  'desktop, mobile or tablet, as far as the browser says it.':
    'desktop, mobile o tablet, en la medida en que lo diga el navegador.',
  'Who was to take the money.': 'Quién debía cobrar el dinero.',
  'Where it was paid: on a page of the provider’s, in the shop’s own page, or by hand.':
    'Dónde se pagó: en una página del proveedor, en la página de la tienda o a mano.',
  'Why an attempt to pay came to nothing; empty where nobody gave a reason.':
    'Por qué un intento de pago quedó en nada; vacío donde nadie dio un motivo.',
  'Browser, as it says itself.': 'Navegador, como se llama a sí mismo.',
  'Operating system, as the browser says it.': 'Sistema operativo, como lo dice el navegador.',
  'How the visitor is known: cookieless for a day, consented by an id of the shop, or signed in.':
    'Cómo se reconoce al visitante: sin cookies por un día, con consentimiento por un id de la tienda, o con su cuenta.',
  'Language of the pages that were visited.': 'Idioma de las páginas visitadas.',
};
