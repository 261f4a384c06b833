/** What numbers of customers are, in Spanish, by what the definition says. */
export const customers: Readonly<Record<string, string>> = {
  'Customers whose first order is in the cohort: accounts, and guests by their e-mail address.':
    'Clientes cuyo primer pedido está en la cohorte: cuentas, e invitados según su dirección de correo.',
  'Those of them who bought so many months later; of the total, who bought again at any time.':
    'Los que compraron tantos meses después; del total, los que volvieron a comprar alguna vez.',
  'Customers who bought in that month ÷ customers of the cohort.':
    'Clientes que compraron en ese mes ÷ clientes de la cohorte.',
  'Orders of the cohort’s customers so many months later.':
    'Pedidos de los clientes de la cohorte tantos meses después.',
  'Customers whose first order was in the span.': 'Clientes cuyo primer pedido fue en el período.',
  'Those of them who ordered again.': 'Los que volvieron a pedir.',
  'Mean days to the second order of those who have one.':
    'Media de días hasta el segundo pedido de quienes lo tienen.',
  'Customers who bought in the span: accounts, and guests by their e-mail address.':
    'Clientes que compraron en el período: cuentas, e invitados según su dirección de correo.',
  'Customers ÷ all customers who bought.': 'Clientes ÷ todos los clientes que compraron.',
  'Their orders.': 'Sus pedidos.',
  'Gross sales − discounts − returns of these orders.':
    'Ventas brutas − descuentos − reembolsos de estos pedidos.',
  'Net sales ÷ net sales of all of these customers.': 'Ventas netas ÷ ventas netas de todos estos clientes.',
  'Net sales ÷ customers.': 'Ventas netas ÷ clientes.',
  'The fewest days from a customer’s last order to the end of the span.':
    'Los menos días desde el último pedido de un cliente hasta el final del período.',
  'The most days from a customer’s last order to the end of the span.':
    'Los más días desde el último pedido de un cliente hasta el final del período.',
  'The fewest orders of a customer.': 'Los menos pedidos de un cliente.',
  'The most orders of a customer.': 'Los más pedidos de un cliente.',
};
