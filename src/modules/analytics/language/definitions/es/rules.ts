/** Of which time numbers speak, in Spanish, by what the definition says. */
export const rules: Readonly<Record<string, string>> = {
  'By the day on which it was posted, in the shop’s zone.':
    'Según el día de contabilización, en la zona de la tienda.',
  'By the day on which it was posted, in the shop’s zone. Whenever the order was placed.':
    'Según el día de contabilización, en la zona de la tienda, sea cual sea la fecha del pedido.',
  'By the day on which the order was first sold, in the shop’s zone.':
    'Según el día en que el pedido se vendió por primera vez, en la zona de la tienda.',
  'By the day on which goods left or came back, which may be later than the sale.':
    'Según el día en que la mercancía salió o volvió, que puede ser posterior a la venta.',
  'Sales when they are sold, costs when goods leave: of a short span with much on the way it is too high.':
    'Las ventas cuentan al venderse, los costes al salir la mercancía: en un período corto con mucho en camino es demasiado alto.',
  'By the day of the advertiser’s account.': 'Según el día de la cuenta del anunciante.',
  'Ad spend: by the day of the advertiser’s account. Sales: by the day on which they were posted, in the shop’s zone.':
    'Gasto en publicidad: según el día de la cuenta del anunciante. Ventas: según el día de contabilización, en la zona de la tienda.',
  'By the day on which the session began, in the shop’s zone.':
    'Según el día en que empezó la visita, en la zona de la tienda.',
  'By the day on which the session began, in the shop’s zone. Of every currency.':
    'Según el día en que empezó la visita, en la zona de la tienda. De todas las divisas.',
  'Sales by the day on which they were posted, sessions by the day on which they began.':
    'Ventas según el día de contabilización, visitas según el día en que empezaron.',
  'By the day on which the attempt began, in the shop’s zone, with what came of it until now.':
    'Según el día en que empezó el intento, en la zona de la tienda, con lo que ha resultado hasta ahora.',
  'At the end of the day, in the shop’s zone.': 'Al final del día, en la zona de la tienda.',
  'Of the orders first sold on that day in the shop’s zone, with all that became of them until now.':
    'De los pedidos vendidos por primera vez ese día (zona de la tienda), con todo lo que ha resultado hasta ahora.',
  'By the day on which the session of the first step began, in the shop’s zone.':
    'Según el día en que empezó la visita del primer paso, en la zona de la tienda.',
  'By the month of the first order; months later are calendar months of the shop’s zone.':
    'Según el mes del primer pedido; los meses posteriores son meses naturales en la zona de la tienda.',
  'By the day of the customer’s first order, in the shop’s zone, with all that came after it until now.':
    'Según el día del primer pedido del cliente, en la zona de la tienda, con todo lo que vino después hasta ahora.',
  'Of orders by the day on which they were first sold, in the shop’s zone.':
    'De pedidos según el día en que se vendieron por primera vez, en la zona de la tienda.',
  'By the day on which the return was asked for, in the shop’s zone, whenever it was ordered.':
    'Según el día en que se solicitó la devolución, en la zona de la tienda, sea cual sea la fecha del pedido.',
  'Of the orders first sold in the span, in the shop’s zone, with all that became of them until now.':
    'De los pedidos vendidos por primera vez en el período (zona de la tienda), con todo lo que ha resultado hasta ahora.',
  'Of now.': 'De ahora.',
  'Stock of now; demand of the days of the span on which it could be bought. Of every market and currency.':
    'Existencias de ahora; demanda de los días del período en que se podía comprar. De todos los mercados y divisas.',
  'Days of the span, in the shop’s zone.': 'Días del período, en la zona de la tienda.',
  'To the end of the span, in the shop’s zone.': 'Hasta el final del período, en la zona de la tienda.',
  'By the day on which the page was seen, in the shop’s zone.':
    'Según el día en que se vio la página, en la zona de la tienda.',
  'By the day on which the session began, in the shop’s zone. Views by the day on which the page was seen.':
    'Según el día en que empezó la visita, en la zona de la tienda. Vistas según el día en que se vio la página.',
  'By the day on which it was measured, in the shop’s zone.':
    'Según el día de la medición, en la zona de la tienda.',
  'Orders first sold in the span, in the shop’s zone, with all that came back of them until now.':
    'Pedidos vendidos por primera vez en el período (zona de la tienda), con todo lo que ha vuelto de ellos hasta ahora.',
  'Orders first sold in the span, in the shop’s zone. What a customer orders again all the same counts once.':
    'Pedidos vendidos por primera vez en el período (zona de la tienda). Lo que un cliente vuelve a pedir igual cuenta una vez.',
  'Orders sold in the span, and in that before (or a year before), in the shop’s zone.':
    'Pedidos vendidos en el período y en el anterior (o un año antes), en la zona de la tienda.',
};
