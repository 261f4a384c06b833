export { CopyField } from './copy-field.tsx';
export { CountriesField } from './countries-field.tsx';
export { type Choosable, FindField } from './find-field.tsx';
export { mergeFields } from './merge-fields.ts';
export { MoneyField } from './money-field.tsx';
export { parseAmount } from './parse-amount.ts';
export { problemsByField } from './problems.ts';
export { RichText } from './rich-text.tsx';
export { SaveBar } from './save-bar.tsx';
