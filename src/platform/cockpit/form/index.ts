export { MoneyField } from './money-field.tsx';
export { parseAmount } from './parse-amount.ts';
export { problemsByField } from './problems.ts';
export { SaveBar } from './save-bar.tsx';
