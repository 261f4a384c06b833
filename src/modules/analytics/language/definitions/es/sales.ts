/** What money, costs and sales are, in Spanish, by what the definition says. */
export const sales: Readonly<Record<string, string>> = {
  'Price × quantity of goods before discounts, without tax and delivery. Gift cards are no sales.':
    'Precio × cantidad de la mercancía antes de descuentos, sin impuestos ni envío. Las tarjetas regalo no son ventas.',
  'What discounts took off goods, without tax.':
    'Lo que los descuentos restaron a la mercancía, sin impuestos.',
  'Goods credited back at what was paid for them, without tax.':
    'Mercancía abonada por lo que se pagó por ella, sin impuestos.',
  'Gross sales − discounts − returns made in the span.':
    'Ventas brutas − descuentos − reembolsos hechos en el período.',
  'Delivery charged less what discounts took off it and what was credited of it, without tax.':
    'Envío cobrado menos los descuentos y abonos sobre él, sin impuestos.',
  'Tax charged less tax credited.': 'Impuestos cobrados menos impuestos abonados.',
  'Fees and adjustments on orders of other shops, as they were imported. Orders of this shop have none.':
    'Comisiones y ajustes de pedidos de otras tiendas, tal como se importaron. Los pedidos de esta tienda no tienen.',
  'Net sales + shipping + tax + other.': 'Ventas netas + envío + impuestos + otros.',
  'Discounts ÷ gross sales.': 'Descuentos ÷ ventas brutas.',
  'Orders that were sold: agreed and paid, or to be paid later.':
    'Pedidos vendidos: acordados y pagados, o por pagar más tarde.',
  'Orders in which it was sold. An order with several is counted with each; the total counts it once.':
    'Pedidos en los que se vendió. Un pedido con varios cuenta en cada uno; el total lo cuenta una vez.',
  '(Gross sales − discounts) ÷ orders.': '(Ventas brutas − descuentos) ÷ pedidos.',
  'Pieces sold, before anything came back; without gift cards.':
    'Unidades vendidas, antes de cualquier devolución; sin tarjetas regalo.',
  'Pieces credited; without gift cards.': 'Unidades abonadas; sin tarjetas regalo.',
  'Pieces sold ÷ orders; without gift cards.': 'Unidades vendidas ÷ pedidos; sin tarjetas regalo.',
  'Pieces credited in the span ÷ pieces sold in it, whenever they were ordered.':
    'Unidades abonadas en el período ÷ unidades vendidas en él, sea cual sea la fecha del pedido.',
  'Customers who bought: accounts, and guests by their e-mail address. In several rows the same may count; the total counts each once.':
    'Clientes que compraron: cuentas, e invitados según su dirección de correo. El mismo puede contar en varias filas; el total cuenta a cada uno una vez.',
  'Customers whose first order ever it was.': 'Clientes cuyo primer pedido fue este.',
  'Orders of customers who had bought before ÷ orders.':
    'Pedidos de clientes que ya habían comprado ÷ pedidos.',
  'What goods cost at moving average when they were handed over, less what came back. In the shop’s own currency: orders in others have it in a row of its own.':
    'Lo que costó la mercancía a coste medio móvil al entregarse, menos lo que volvió. En la divisa de la tienda: los pedidos en otras lo tienen en una fila propia.',
  'CM1: net sales − cost of goods.': 'MC1: ventas netas − coste de la mercancía.',
  'CM1 ÷ net sales.': 'MC1 ÷ ventas netas.',
  'What payment providers kept, as the ledger has it. Of orders of other shops none is known.':
    'Lo que retuvieron los proveedores de pago, según el libro mayor. De los pedidos de otras tiendas no se conoce ninguno.',
  'CM2: net sales − cost of goods − payment fees. Delivery is left out on both sides: what was charged for it, and what carriers take, which the books do not have.':
    'MC2: ventas netas − coste de la mercancía − comisiones de pago. El envío queda fuera por ambos lados: lo que se cobró por él y lo que se llevan los transportistas, que los libros no tienen.',
  'CM3: CM2 − ad spend.': 'MC3: MC2 − gasto en publicidad.',
  'What advertising cost, as it was imported. Unknown while nothing was, and of a single market.':
    'Lo que costó la publicidad, tal como se importó. Desconocido mientras no se importe nada, y de un solo mercado.',
  'Clicks on advertisements, as it was imported.': 'Clics en anuncios, tal como se importaron.',
  'How often advertisements were shown, as it was imported.':
    'Cuántas veces se mostraron los anuncios, tal como se importó.',
  'Ad spend ÷ clicks.': 'Gasto en publicidad ÷ clics.',
  'CAC: ad spend ÷ new customers.': 'CAC: gasto en publicidad ÷ clientes nuevos.',
  'ROAS: net sales of orders whose session came from there ÷ ad spend.':
    'ROAS: ventas netas de los pedidos cuya visita vino de ahí ÷ gasto en publicidad.',
  'MER: total sales ÷ ad spend, whatever brought them.':
    'MER: ventas totales ÷ gasto en publicidad, venga de donde venga.',
  'Net sales ÷ sessions that saw prices in that currency.':
    'Ventas netas ÷ visitas que vieron precios en esa divisa.',
  'What was to be paid by attempts that were declined or failed.':
    'Lo que se iba a pagar con intentos rechazados o fallidos.',
  'Gross sales of lines whose cost is known ÷ gross sales: how much of the margin can be believed.':
    'Ventas brutas de las líneas cuyo coste se conoce ÷ ventas brutas: hasta dónde se puede creer el margen.',
  'Net sales ÷ CM2: what a unit of ad spend has to bring so that nothing is lost.':
    'Ventas netas ÷ MC2: lo que debe aportar una unidad de publicidad para no perder nada.',
  'Balance of the account inventory; of the total, at the end of the span.':
    'Saldo de la cuenta de existencias; del total, al final del período.',
  'Goods received, come back or found, at cost.': 'Mercancía recibida, devuelta o encontrada, a coste.',
  'Goods shipped, lost or written off, at cost.': 'Mercancía enviada, perdida o dada de baja, a coste.',
  'Goods credited back.': 'Mercancía abonada.',
  'Gross sales − discounts − returns.': 'Ventas brutas − descuentos − reembolsos.',
  'Tax on what was sold.': 'Impuestos sobre lo vendido.',
  'Tax on what was credited, whenever it was sold.':
    'Impuestos sobre lo abonado, se vendiera cuando se vendiera.',
  'Tax charged less tax credited: what is owed.':
    'Impuestos cobrados menos impuestos abonados: lo que se debe.',
  'Orders with it. An order with several is counted with each; the total counts it once.':
    'Pedidos que lo tienen. Un pedido con varios cuenta en cada uno; el total lo cuenta una vez.',
  'Orders with it ÷ all orders.': 'Pedidos que lo tienen ÷ todos los pedidos.',
  'What it took off goods, without tax.': 'Lo que restó a la mercancía, sin impuestos.',
  '(Gross sales − discounts) ÷ orders, of orders with it.':
    '(Ventas brutas − descuentos) ÷ pedidos, de los pedidos que lo tienen.',
  'The same of all other orders.': 'Lo mismo de todos los demás pedidos.',
  'Returns with this reason for any of their lines.': 'Devoluciones con este motivo en alguna de sus líneas.',
  'Pieces that are to come back, or have.': 'Unidades que van a volver, o han vuelto.',
  'What was paid for them, without tax.': 'Lo que se pagó por ellas, sin impuestos.',
};
