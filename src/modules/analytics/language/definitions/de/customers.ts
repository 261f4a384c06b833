/** What numbers of customers are, in German, by what the definition says. */
export const customers: Readonly<Record<string, string>> = {
  'Customers whose first order is in the cohort: accounts, and guests by their e-mail address.':
    'Kunden, deren erste Bestellung in der Kohorte liegt: Konten, und Gäste nach ihrer E-Mail-Adresse.',
  'Those of them who bought so many months later; of the total, who bought again at any time.':
    'Die von ihnen, die so viele Monate später kauften; in der Summe: die irgendwann wieder kauften.',
  'Customers who bought in that month ÷ customers of the cohort.':
    'Kunden, die in diesem Monat kauften ÷ Kunden der Kohorte.',
  'Orders of the cohort’s customers so many months later.':
    'Bestellungen der Kunden der Kohorte so viele Monate später.',
  'Customers whose first order was in the span.': 'Kunden, deren erste Bestellung in der Spanne lag.',
  'Those of them who ordered again.': 'Die von ihnen, die wieder bestellten.',
  'Mean days to the second order of those who have one.':
    'Mittlere Tage bis zur zweiten Bestellung derer, die eine haben.',
  'Customers who bought in the span: accounts, and guests by their e-mail address.':
    'Kunden, die in der Spanne gekauft haben: Konten, und Gäste nach ihrer E-Mail-Adresse.',
  'Customers ÷ all customers who bought.': 'Kunden ÷ alle Kunden, die gekauft haben.',
  'Their orders.': 'Ihre Bestellungen.',
  'Gross sales − discounts − returns of these orders.':
    'Bruttoumsatz − Rabatte − Erstattungen dieser Bestellungen.',
  'Net sales ÷ net sales of all of these customers.': 'Nettoumsatz ÷ Nettoumsatz aller dieser Kunden.',
  'Net sales ÷ customers.': 'Nettoumsatz ÷ Kunden.',
  'The fewest days from a customer’s last order to the end of the span.':
    'Die wenigsten Tage von der letzten Bestellung eines Kunden bis zum Ende der Spanne.',
  'The most days from a customer’s last order to the end of the span.':
    'Die meisten Tage von der letzten Bestellung eines Kunden bis zum Ende der Spanne.',
  'The fewest orders of a customer.': 'Die wenigsten Bestellungen eines Kunden.',
  'The most orders of a customer.': 'Die meisten Bestellungen eines Kunden.',
};
