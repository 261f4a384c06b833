import { parseCurrency } from '../../../kernel/index.ts';
import { gtinCheckDigit, isGtin, looksLikeGtin } from '../gtin.ts';
import { LIMITS } from '../limits.ts';
import type { VariantDraft } from '../product-draft.ts';
import type { DraftRefusal } from '../saved-product.ts';
import type { UnitPriceMeasure } from '../variant.ts';
import { foreignProblems } from './check-foreign.ts';
import { countProblem, firstProblem, nameProblem, problem, textProblem, wholeProblem } from './problem.ts';

const LARGEST_COST = 2n ** 63n - 1n;

/** What is wrong with a tidied variant by itself. `at` is its path in the draft: `variants[2]`. */
export function checkVariant(at: string, draft: VariantDraft): DraftRefusal | undefined {
  return firstProblem(checksOf(at, draft));
}

/** All that is wrong with it, for who fills in a table and wants to see every cell. */
export function variantProblems(at: string, draft: VariantDraft): DraftRefusal[] {
  return [...checksOf(at, draft)].flatMap((refusal) => refusal ?? []);
}

function* checksOf(at: string, draft: VariantDraft): Generator<DraftRefusal | undefined> {
  yield countProblem(`${at}.optionValues`, draft.optionValues, LIMITS.options);
  yield* draft.optionValues.map((value) => nameProblem(`${at}.optionValues`, value, LIMITS.optionValue));
  yield textProblem(`${at}.sku`, draft.sku, LIMITS.sku);
  yield barcodeProblem(`${at}.barcode`, draft.barcode);
  yield costProblem(`${at}.cost`, draft.cost);
  yield wholeProblem(`${at}.weightGrams`, draft.weightGrams, LIMITS.integer);
  yield wholeProblem(`${at}.lengthMm`, draft.lengthMm, LIMITS.integer);
  yield wholeProblem(`${at}.widthMm`, draft.widthMm, LIMITS.integer);
  yield wholeProblem(`${at}.heightMm`, draft.heightMm, LIMITS.integer);
  if (draft.hsCode !== undefined && !/^[0-9]{6,10}$/.test(draft.hsCode)) {
    yield problem(
      'invalid',
      `${at}.hsCode`,
      `"${draft.hsCode}" is no Harmonised System code of 6 to 10 digits`,
    );
  }
  if (draft.originCountry !== undefined && !/^[A-Z]{2}$/.test(draft.originCountry)) {
    const message = `"${draft.originCountry}" is no ISO 3166-1 country code of two letters`;
    yield problem('invalid', `${at}.originCountry`, message);
  }
  yield textProblem(`${at}.taxCode`, draft.taxCode, LIMITS.taxCode);
  yield unitPriceProblem(`${at}.unitPrice`, draft.unitPrice);
  yield* foreignProblems(`${at}.foreignFields`, draft.foreignFields ?? {});
}

function barcodeProblem(field: string, barcode: string | undefined): DraftRefusal | undefined {
  if (barcode === undefined || !looksLikeGtin(barcode) || isGtin(barcode)) {
    return textProblem(field, barcode, LIMITS.barcode);
  }
  const digit = gtinCheckDigit(barcode.slice(0, -1));
  const message = `${barcode} ends with ${barcode.at(-1)}; the check digit of this GTIN is ${digit}`;
  return problem('wrong_check_digit', field, message);
}

function costProblem(field: string, cost: VariantDraft['cost']): DraftRefusal | undefined {
  if (cost === undefined) return undefined;
  if (cost.minor < 0n || cost.minor > LARGEST_COST) {
    return problem('invalid', field, `${field} is ${cost.minor}; zero or more minor units are needed`);
  }
  if (parseCurrency(cost.currency) === cost.currency) return undefined;
  return problem('invalid', field, `"${cost.currency}" is no ISO 4217 currency code`);
}

function unitPriceProblem(field: string, measure: UnitPriceMeasure | undefined): DraftRefusal | undefined {
  if (measure === undefined) return undefined;
  const isPositive = [measure.total, measure.base].every((value) => Number.isFinite(value) && value > 0);
  if (!isPositive) return problem('invalid', field, `${field} needs a content and a base above zero`);
  return firstProblem([
    nameProblem(`${field}.totalUnit`, measure.totalUnit, LIMITS.unit),
    nameProblem(`${field}.baseUnit`, measure.baseUnit, LIMITS.unit),
  ]);
}
