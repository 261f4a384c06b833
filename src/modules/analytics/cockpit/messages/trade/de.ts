/** Goods by what they are, advertising, and what is left. */
export const trade = {
  answers: {
    sales_by_brand: 'Welche Marken verkaufen sich?',
    sales_by_category: 'Welche Teile des Sortiments verkaufen sich?',
    sales_by_channel: 'Über welche Kanäle kommen Kunden, die kaufen?',
    sales_by_collection: 'Welche Kollektionen verkaufen sich?',
    sales_by_hour: 'Wann kaufen Kunden?',
    marketing: 'Was kostet jede Kampagne, und was bringt sie?',
    contribution: 'Was bleibt nach Ware, Gebühren und Werbung?',
    stock_value: 'Wie viel Geld liegt im Lager?',
  },
};
