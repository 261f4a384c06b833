import type { RowOf, Told } from '../../../platform/cockpit/api/index.ts';
import { messagesOf } from '../../../platform/cockpit/text/index.ts';
import type { en } from './messages/en.ts';

export const taxWords = () => messagesOf<typeof en>('taxes');

export type TaxRate = RowOf<'listTaxRates'>;
export type TaxClass = RowOf<'listTaxClasses'>;
export type Seller = Told<'readTaxSeller'>;

export const ABOUT = { about: ['taxes', 'markets'] };

/** The name of a class; '' is the standard one. */
export function className(code: string, classes: readonly TaxClass[]): string {
  if (code === '') return taxWords().standard;
  return classes.find((one) => one.code === code)?.name ?? code;
}
