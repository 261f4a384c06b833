import { plural } from '../../../../../platform/cockpit/text/index.ts';

/** What happened, beside charts over time. */
export const notes = {
  title: 'What happened',
  kinds: {
    note: 'Notes',
    price: 'Prices',
    promotion: 'Promotions',
    stock_out: 'Out of stock',
    outage: 'Outages',
    holiday: 'Holidays',
  },
  shown: (kind: string, count: string) => `${kind}, ${count}`,
  at: (days: string, count: string) => `${days}: ${count}`,
  several: (count: string, number: number) =>
    plural('en', number, { one: `${count} thing happened`, other: `${count} things happened` }),
  prices: (count: string, number: number) =>
    plural('en', number, { one: `${count} price changed`, other: `${count} prices changed` }),
  upDown: (up: string, down: string) => `${up} up, ${down} down`,
  planned: (count: string, number: number) =>
    plural('en', number, { one: `${count} price is to change`, other: `${count} prices are to change` }),
  promotion: (name: string) => `Promotion: ${name}`,
  stockOut: (title: string) => `Out of stock: ${title}`,
  outage: (minutes: string) => `Nothing ran for ${minutes} min`,
  holiday: (name: string, countries: string) => `${name} (${countries})`,
  add: 'Add a note',
  addOn: 'Note on the chart',
  change: 'Change',
  changeOf: (text: string) => `Change the note ${text}`,
  form: 'Note on charts',
  text: 'What happened',
  from: 'First day',
  to: 'Last day',
  market: 'Market',
  everyMarket: 'The whole shop',
  save: 'Save',
  remove: 'Take it off',
  stockNotKnown: 'Whether best sellers were out of stock is not known at the moment.',
};
