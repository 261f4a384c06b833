/** What numbers of payments are, in Spanish, by what the definition says. */
export const payments: Readonly<Record<string, string>> = {
  'Attempts to pay; an order may have several.': 'Intentos de pago; un pedido puede tener varios.',
  'Attempts that the bank or provider agreed to.': 'Intentos que el banco o el proveedor aceptó.',
  'Attempts that the bank or provider refused.': 'Intentos que el banco o el proveedor rechazó.',
  'Attempts that failed at the provider, whatever the bank would have said.':
    'Intentos que fallaron en el proveedor, dijera lo que dijera el banco.',
  'Attempts that the shopper did not finish, or that nobody has decided yet.':
    'Intentos que el comprador no terminó, o sobre los que aún no ha decidido nadie.',
  'Agreed ÷ (agreed + declined + failed). Without those that were abandoned.':
    'Aceptados ÷ (aceptados + rechazados + fallidos). Sin los abandonados.',
  'The lower end of its interval: where it lies in 95 of 100 such cases (Wilson).':
    'Extremo inferior de su intervalo: donde está en 95 de cada 100 casos así (Wilson).',
  'The upper end of its interval: where it lies in 95 of 100 such cases (Wilson).':
    'Extremo superior de su intervalo: donde está en 95 de cada 100 casos así (Wilson).',
  'Attempts to pay that came to nothing.': 'Intentos de pago que quedaron en nada.',
  'Those whose order was paid by another attempt.': 'Aquellos cuyo pedido se pagó con otro intento.',
  'What was to be paid by them.': 'Lo que se iba a pagar con ellos.',
  'How often money was taken.': 'Cuántas veces se cobró.',
  'What was taken.': 'Lo que se cobró.',
  'What the provider kept of it.': 'Lo que el proveedor retuvo de ello.',
  'Fees ÷ what was taken.': 'Comisiones ÷ lo cobrado.',
  'Disputes that were opened.': 'Disputas abiertas.',
  'Disputes opened ÷ how often money was taken.': 'Disputas abiertas ÷ cuántas veces se cobró.',
  'What was taken back by those that were opened.': 'Lo que se retiró por las abiertas.',
  'Disputes decided for the shop.': 'Disputas resueltas a favor de la tienda.',
  'Disputes decided against it.': 'Disputas resueltas en su contra.',
  'Won ÷ (won + lost).': 'Ganadas ÷ (ganadas + perdidas).',
  'What was lost for good.': 'Lo que se perdió definitivamente.',
};
