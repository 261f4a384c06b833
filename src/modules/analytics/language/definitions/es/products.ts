/** What numbers of products are, in Spanish, by what the definition says. */
export const products: Readonly<Record<string, string>> = {
  'Visits in which it was looked at and put into the cart.':
    'Visitas en las que se miró y se puso en el carrito.',
  'Visits in which it was looked at and bought.': 'Visitas en las que se miró y se compró.',
  'Of visits that looked at it: those that put it into the cart.':
    'De las visitas que lo miraron: las que lo pusieron en el carrito.',
  'Lower bound of the interval that holds the truth 95 times of 100 (Wilson).':
    'Límite inferior del intervalo que contiene la verdad 95 veces de 100 (Wilson).',
  'Upper bound of the interval that holds the truth 95 times of 100 (Wilson).':
    'Límite superior del intervalo que contiene la verdad 95 veces de 100 (Wilson).',
  'Of visits that looked at it: those that bought it.':
    'De las visitas que lo miraron: las que lo compraron.',
  'Orders of which any of it came back ÷ orders with it.':
    'Pedidos de los que volvió algo de ello ÷ pedidos que lo tienen.',
  'Pieces that came back ÷ pieces sold.': 'Unidades que volvieron ÷ unidades vendidas.',
  'What was credited for it ÷ what was paid for it (gross sales − discounts).':
    'Lo abonado por ello ÷ lo pagado por ello (ventas brutas − descuentos).',
  'Pieces that can be sold: on hand and promised to nobody. None where stock is not counted.':
    'Unidades que se pueden vender: en existencias y no prometidas a nadie. Sin cifra donde no se cuentan existencias.',
  'Available ÷ mean pieces sold a day over days in stock: how many days it lasts.':
    'Disponible ÷ media de unidades vendidas al día en días con existencias: cuántos días dura.',
  'Lower bound of the interval that holds the truth 95 times of 100, by Student’s interval of daily sales.':
    'Límite inferior del intervalo que contiene la verdad 95 veces de 100, según el intervalo de Student de las ventas diarias.',
  'Upper bound of the interval that holds the truth 95 times of 100; none where nothing might be sold.':
    'Límite superior del intervalo que contiene la verdad 95 veces de 100; ninguno donde quizá no se venda nada.',
  'Days on which nothing of any of its variants was there from morning to night, as far as stock was counted then.':
    'Días en que de la mañana a la noche no hubo nada de ninguna de sus variantes, en la medida en que se contaban existencias.',
  'Pieces that can be sold: on hand and promised to nobody.':
    'Unidades que se pueden vender: en existencias y no prometidas a nadie.',
  'Days since it was last sold; of all, of what was sold last. None where it never was.':
    'Días desde la última venta; del total, desde la más reciente. Sin cifra donde no la hubo nunca.',
  'Baskets with both; in the line of all: baskets.': 'Cestas con ambos; en la fila de todos: cestas.',
  'Baskets with both ÷ all baskets.': 'Cestas con ambos ÷ todas las cestas.',
  'How many times as often together as by chance.': 'Cuántas veces más a menudo juntos que por azar.',
  'Lower bound of the interval that holds the lift 95 times of 100.':
    'Límite inferior del intervalo que contiene el lift 95 veces de 100.',
  'Upper bound of that interval.': 'Límite superior de ese intervalo.',
  'Of baskets with the first: those with the second.':
    'De las cestas con el primero: las que llevan el segundo.',
  'Of baskets with the second: those with the first.':
    'De las cestas con el segundo: las que llevan el primero.',
  'That chance alone brings them together so often (Fisher’s exact test).':
    'Que solo el azar los junte tan a menudo (prueba exacta de Fisher).',
  'The same among all pairs that were looked at (Benjamini and Hochberg).':
    'Lo mismo entre todos los pares examinados (Benjamini y Hochberg).',
  'Net sales ÷ those of all products that sold for something.':
    'Ventas netas ÷ las de todos los productos que aportaron algo.',
  'The same of this product and all that sold more.':
    'Lo mismo de este producto y de todos los que vendieron más.',
  'Pieces sold, before anything came back.': 'Unidades vendidas, antes de cualquier devolución.',
  'Standard deviation of weekly pieces ÷ their mean.':
    'Desviación típica de las unidades semanales ÷ su media.',
  'Products that sold for something or came back.': 'Productos que aportaron algo o volvieron.',
  'Products ÷ all of these.': 'Productos ÷ todos estos.',
  'Orders with it.': 'Pedidos que lo tienen.',
  'Orders with it before.': 'Pedidos que lo tenían antes.',
  'Orders with it ÷ orders of the span.': 'Pedidos que lo tienen ÷ pedidos del período.',
  'Share of orders: lower bound of the interval that holds it 95 times of 100 (Wilson).':
    'Parte de los pedidos: límite inferior del intervalo que la contiene 95 veces de 100 (Wilson).',
  'Share of orders: upper bound of that interval.': 'Parte de los pedidos: límite superior de ese intervalo.',
  'Orders with it ÷ orders, before.': 'Pedidos que lo tenían ÷ pedidos, antes.',
  'Share of orders before: lower bound of the interval that holds it 95 times of 100 (Wilson).':
    'Parte de los pedidos antes: límite inferior del intervalo que la contiene 95 veces de 100 (Wilson).',
  'Share of orders before: upper bound of that interval.':
    'Parte de los pedidos antes: límite superior de ese intervalo.',
  'That so great a change is chance, among all products that were looked at.':
    'Que un cambio tan grande sea azar, entre todos los productos examinados.',
  'The same before.': 'Lo mismo antes.',
  'Net sales − net sales before.': 'Ventas netas − ventas netas de antes.',
};
