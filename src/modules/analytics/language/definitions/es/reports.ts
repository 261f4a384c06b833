/** What reports are about, in Spanish, by what the definition says. */
export const reports: Readonly<Record<string, string>> = {
  'What was sold, day by day: gross, discounts, returns, net, delivery, tax, and how many orders.':
    'Lo que se vendió, día a día: bruto, descuentos, devoluciones, neto, envío, impuestos, y cuántos pedidos.',
  'What was sold of each product. Delivery, and what else is of none, has a row of its own: rows add up to the shop.':
    'Lo que se vendió de cada producto. El envío, y lo que no es de ningún producto, tiene su propia fila: las filas suman la tienda.',
  'What was sold of each variant. Delivery, and what else is of none, has a row of its own: rows add up to the shop.':
    'Lo que se vendió de cada variante. El envío, y lo que no es de ningún producto, tiene su propia fila: las filas suman la tienda.',
  'What was sold in each market.': 'Lo que se vendió en cada mercado.',
  'What was sold to each country.': 'Lo que se vendió a cada país.',
  'What was sold at which discount, by the share that was taken off each line when it was sold.':
    'Lo que se vendió con qué descuento, según la parte que se rebajó de cada línea al venderse.',
  'What each campaign cost, and what was bought in the visits that it brought. A visit is of a campaign when its link says the same source, medium and campaign as the account.':
    'Lo que costó cada campaña, y lo que se compró en las visitas que trajo. Una visita es de una campaña cuando su enlace dice la misma fuente, el mismo medio y la misma campaña que la cuenta de anuncios.',
  'What is left of sales, step by step: after what goods cost (CM1), after payment fees (CM2), after advertising (CM3). By the hour, fees and ad spend stand at the beginning of their day.':
    'Lo que queda de las ventas, paso a paso: tras el coste de los artículos (MC1), tras las comisiones de pago (MC2), tras la publicidad (MC3). Por horas, comisiones y gasto publicitario figuran al comienzo de su día.',
  'What lies in stock, at the moving average that it was bought for: the balance of the ledger’s inventory at the end of each day, week or month, and what moved it. Of all markets together. By the hour it is that of the day’s end.':
    'Lo que hay en existencias, al coste medio móvil de compra: el saldo de la cuenta de existencias al final de cada día, semana o mes, y lo que lo movió. De todos los mercados juntos. Por horas es el del final del día.',
  'What was sold of each brand. Delivery, and what is of no product, has a row of its own: rows add up to the shop.':
    'Lo que se vendió de cada marca. El envío, y lo que no es de ningún producto, tiene su propia fila: las filas suman la tienda.',
  'What was sold in each category of the catalogue, by the first category that a product is in. Delivery, and what else is of no product, has a row of its own: rows add up to the shop.':
    'Lo que se vendió en cada categoría del catálogo, según la primera categoría en la que está un producto. El envío, y lo que no es de ningún producto, tiene su propia fila: las filas suman la tienda.',
  'What was sold of the goods that are in each collection now. Goods in several are counted with each; the total counts them once, and is that of the shop. Delivery, and what else is of no product, has a row of its own.':
    'Lo que se vendió de los artículos que están ahora en cada colección. Un artículo en varias cuenta en cada una; el total lo cuenta una vez y es el de la tienda. El envío, y lo que no es de ningún producto, tiene su propia fila.',
  'On which weekdays and at which hours it was sold.': 'En qué días de la semana y a qué horas se vendió.',
  'What came back, told in both ways: returns made in the span, whenever it was ordered; and returns of the orders sold in the span, whenever they were made. The first agrees with the books of a month, the second says what a month’s orders were worth and still changes.':
    'Lo que volvió, contado de las dos maneras: devoluciones hechas en el periodo, se pidiera cuando se pidiera; y devoluciones de los pedidos del periodo, se hicieran cuando se hicieran. Lo primero coincide con los libros de un mes, lo segundo dice cuánto valían los pedidos de un mes y aún cambia.',
  'What is left of each product after what it cost. Sales count when they are sold, costs when goods leave: the margin of a short span with much on the way is too high.':
    'Lo que queda de cada producto tras lo que costó. Las ventas cuentan al venderse, los costes al salir los artículos: el margen de un periodo corto con mucho en camino es demasiado alto.',
  'How many visits there were, how far they got, and how many ended with an order.':
    'Cuántas visitas hubo, hasta dónde llegaron, y cuántas acabaron en un pedido.',
  'How far visits get, step by step: closed, each step after the one before it, or open; in one visit, or within a time whatever visits it takes. A visit counts once.':
    'Hasta dónde llegan las visitas, paso a paso: cerrado, cada paso tras el anterior, o abierto; en una visita, o dentro de un tiempo, con las visitas que hagan falta. Una visita cuenta una vez.',
  'Where visits came from, what was bought in them, and what advertising there cost. Orders whose session is not known have a row of their own, without a channel.':
    'De dónde vinieron las visitas, lo que se compró en ellas, y lo que costó allí la publicidad. Los pedidos cuya visita no se conoce tienen su propia fila, sin canal.',
  'Customers by the month of their first order in the span, and how many of them bought again how many months later. Months that have not come yet are not there.':
    'Los clientes por el mes de su primer pedido en el periodo, y cuántos volvieron a comprar cuántos meses después. Los meses que aún no han llegado no están.',
  'What was sold to customers with their first order, and to those who had bought before.':
    'Lo que se vendió a clientes en su primer pedido, y a quienes ya habían comprado.',
  'Customers with their first order in the span, by how many days later they ordered again. Who has not done so yet may still: the curve on the screen of customers counts them for as long as they are known.':
    'Clientes con su primer pedido en el periodo, según cuántos días después volvieron a pedir. Quien aún no lo hizo, todavía puede: la curva de la pantalla de clientes los cuenta mientras se los conoce.',
  'Attempts to pay, how many of them went through, and how surely. Who went away before anybody decided is counted apart: that is no decline.':
    'Intentos de pago, cuántos salieron bien, y con qué seguridad se sabe. Quien se fue antes de que nadie decidiera se cuenta aparte: eso no es un rechazo.',
  'Why attempts to pay came to nothing, in the words of this shop, whatever the provider calls it.':
    'Por qué fallaron intentos de pago, en las palabras de esta tienda, lo llame como lo llame el proveedor.',
  'What payment providers keep of what they take. Fees that belong to no order have no market.':
    'Lo que los proveedores de pago se quedan de lo que cobran. Las comisiones que no son de ningún pedido no tienen mercado.',
  'Payments that shoppers had their bank take back: how many, of how many that were taken in the same days, and how they were decided. A dispute of these days may be of an order from before.':
    'Pagos que los compradores hicieron devolver a su banco: cuántos, de cuántos cobrados en los mismos días, y cómo se decidieron. Una disputa de estos días puede ser de un pedido anterior.',
  'Tax that the shop owes, by whose it is and by month: the postings of the ledger’s tax accounts, to the smallest unit.':
    'El impuesto que la tienda debe, según a quién corresponde y por mes: los asientos de las cuentas de impuestos, hasta la unidad más pequeña.',
  'What promotions and codes take off goods, how many orders have them, and what those orders are worth beside the others. That orders with a discount are larger does not say that the discount made them so.':
    'Lo que promociones y códigos descuentan de los artículos, cuántos pedidos los tienen, y cuánto valen al lado de los demás. Que los pedidos con descuento sean mayores no dice que el descuento los hiciera mayores.',
  'Why goods come back, as shoppers said when they asked for the return. Refused returns are left out.':
    'Por qué vuelven artículos, como lo dijeron los compradores al pedir la devolución. Las devoluciones rechazadas no están.',
  'How each product does from being looked at to being bought, how much of it comes back, and how long its stock lasts. Visits and stock are of every currency: they stand in the row of each.':
    'Cómo le va a cada producto desde que se mira hasta que se compra, cuánto de él vuelve, y cuánto duran sus existencias. Visitas y existencias son de todas las monedas: figuran en la fila de cada una.',
  'Products that can be sold and were not, in the whole span and in any market: the most pieces first.':
    'Productos que se pueden vender y no se vendieron en todo el periodo ni en ningún mercado: primero los de más unidades.',
  'The page that visits began with: how many stayed, how long, and how many bought.':
    'La página con la que empezaron las visitas: cuántas se quedaron, cuánto tiempo, y cuántas compraron.',
  'The page that visits ended with, and how often it is the last one when it is seen.':
    'La página con la que acabaron las visitas, y cuántas veces es la última cuando se ve.',
  'Which pages are seen, by how many, and for how long.':
    'Qué páginas se ven, cuántos las ven y cuánto tiempo.',
  'Which way visits take from a page on, or to it, over up to five pages. The same page again right after itself is one. What is rare at a place is other; nothing: the visit had ended, or had not begun.':
    'Qué camino toman las visitas desde una página, o hacia ella, en hasta cinco páginas. La misma página justo después de sí misma es una. Lo raro en un lugar es «other»; nada: la visita había acabado, o no había empezado.',
  'What visitors search for in the shop, what they find, and what they do then.':
    'Qué buscan los visitantes en la tienda, qué encuentran, y qué hacen después.',
  'How fast the shop is for those who visit it: Core Web Vitals as their browsers measured them.':
    'Qué tan rápida es la tienda para quienes la visitan: Core Web Vitals medidas por sus navegadores.',
  'What visitors come with, and whether they get along with the shop on it.':
    'Con qué vienen los visitantes, y si se manejan bien en la tienda con ello.',
  'What campaigns and links bring: visits, whether they stay, and what was sold in them.':
    'Lo que traen campañas y enlaces: visitas, si se quedan, y lo que se vendió en ellas.',
  'On which weekdays and at which hours visitors come, and when they buy.':
    'En qué días de la semana y a qué horas vienen los visitantes, y cuándo compran.',
  'Customers by how lately and how often they bought, in ten named groups: fifths of recency and of frequency among all who bought in the span in the same currency. Who is equal gets the same fifth, so that few fifths are there where most bought once.':
    'Clientes según cuán recientemente y cuán a menudo compraron, en diez grupos con nombre: quintos de recencia y de frecuencia entre todos los que compraron en el periodo en la misma moneda. Quienes son iguales reciben el mismo quinto; por eso hay pocos quintos donde la mayoría compró una vez.',
  'The same customers by each pair of fifths: how lately (recency) and how often (frequency) they bought, 5 the best.':
    'Los mismos clientes por cada par de quintos: cuán recientemente (recencia) y cuán a menudo (frecuencia) compraron, 5 es lo mejor.',
  'Products that are in one basket more often than by chance, the surest first. Only what is in 5 baskets at least, together too, and of which at most 5 in 100 such pairs are chance on average (Fisher’s exact test, Benjamini and Hochberg).':
    'Productos que están en una misma cesta más a menudo que por azar, primero los más seguros. Solo lo que está en 5 cestas al menos, también juntos, y de lo que por término medio a lo sumo 5 de cada 100 pares son azar (prueba exacta de Fisher, Benjamini y Hochberg).',
  'Categories of which something is in one basket more often than by chance, the surest first. Only what is in 5 baskets at least, together too, and of which at most 5 in 100 such pairs are chance on average (Fisher’s exact test, Benjamini and Hochberg).':
    'Categorías de las que hay algo en una misma cesta más a menudo que por azar, primero las más seguras. Solo lo que está en 5 cestas al menos, también juntos, y de lo que por término medio a lo sumo 5 de cada 100 pares son azar (prueba exacta de Fisher, Benjamini y Hochberg).',
  'Every product by what part of sales it makes (ABC) and how steadily it is wanted (XYZ).':
    'Cada producto según la parte de las ventas que aporta (ABC) y cuán constante es su demanda (XYZ).',
  'How many products there are of each pair of classes, and what they sell for.':
    'Cuántos productos hay de cada par de clases, y por cuánto se venden.',
  'Products that are in a larger or a smaller share of orders than before, beyond noise: of those that are called so, at most 5 in 100 are chance on average (Fisher’s exact test, Benjamini and Hochberg). What lifts or lowers the whole shop moves none of them. Of products with 5 orders at least.':
    'Productos que están en una parte mayor o menor de los pedidos que antes, más allá del ruido: de los que se nombran así, por término medio a lo sumo 5 de cada 100 lo son por azar (prueba exacta de Fisher, Benjamini y Hochberg). Lo que sube o baja toda la tienda no mueve ninguno. De productos con 5 pedidos al menos.',
  'What was sold through each channel: that of the first session that told of the order. Orders whose session is not known have a row of their own; how many are known stands beside. Rows add up to the shop.':
    'Lo que se vendió por cada canal: el de la primera visita que informó del pedido. Los pedidos cuya visita no se conoce tienen su propia fila; cuántos se conocen figura al lado. Las filas suman la tienda.',
};
