/** Goods by what they are, advertising, and what is left. */
export const trade = {
  answers: {
    sales_by_brand: 'Quelles marques se vendent ?',
    sales_by_category: 'Quelles parties de l’assortiment se vendent ?',
    sales_by_channel: 'Par quels canaux viennent les clients qui achètent ?',
    sales_by_collection: 'Quelles collections se vendent ?',
    sales_by_hour: 'Quand les clients achètent-ils ?',
    marketing: 'Combien coûte chaque campagne, et que rapporte-t-elle ?',
    contribution: 'Que reste-t-il après marchandises, frais et publicité ?',
    stock_value: 'Combien d’argent dort dans le stock ?',
  },
};
