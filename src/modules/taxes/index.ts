import './events.ts';

export { readContainedTax, type TaxedGoods } from './contained-tax.ts';
export { taxContext } from './read-tax-context.ts';
export type { TaxRulebook } from './rulebook.ts';
export { removeTaxClass, saveTaxClass } from './save-tax-class.ts';
export { removeTaxRates, saveTaxRates, type TaxRateDraft } from './save-tax-rates.ts';
export { saveTaxSeller } from './save-tax-seller.ts';
export { NEW_SELLER, type TaxSeller } from './seller.ts';
export { STARTER_CLASSES, STARTER_RATES } from './starter-rates.ts';
export { readTaxClasses, readTaxRates, readTaxRulebook } from './store.ts';
export type { ExemptReason, TaxContext, TaxInput } from './tax-context.ts';
export { explainTax, type TaxReason, taxContextOf } from './tax-context-of.ts';
export type { TaxClass, TaxesRefusal, TaxRate, TaxRateId, TaxRule } from './tax-rate.ts';
export { hasVatIds, parseVatId, type VatId } from './vat-id.ts';
export { readVatIdCheck, recordVatIdCheck, type VatIdCheck, type VatIdChecker } from './vat-id-check.ts';
