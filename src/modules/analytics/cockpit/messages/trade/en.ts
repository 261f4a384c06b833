/** Goods by what they are, advertising, and what is left. */
export const trade = {
  answers: {
    sales_by_brand: 'Which brands sell?',
    sales_by_category: 'Which parts of the range sell?',
    sales_by_channel: 'Through which channels do customers come who buy?',
    sales_by_collection: 'Which collections sell?',
    sales_by_hour: 'When do customers buy?',
    marketing: 'What does each campaign cost, and what does it bring?',
    contribution: 'What is left after goods, fees and advertising?',
    stock_value: 'How much money lies in stock?',
  },
};
