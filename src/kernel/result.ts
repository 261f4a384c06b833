/**
 * The answer of a verb that may be refused. A refusal is an expected outcome with a name from a closed set
 * (design law 5); a programmer error asserts and the outside world's failure throws.
 *
 * @example
 * const saved: Result<Product, Refusal<'handle_taken'>> = await saveProduct(tx, input);
 * if (!saved.ok) return saved.refusal.code; // 'handle_taken'
 */
export type Result<Value, Refused extends Refusal = Refusal> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refused };

/** Why a verb was refused. `code` is the API code, the translation key and the test's word in one. */
export type Refusal<Code extends string = string> = {
  readonly code: Code;
  /** One sentence for a person, naming the field and what would be accepted. */
  readonly message: string;
  /** The field that was wrong, as a path the sender would recognise: `variants[2].barcode`. */
  readonly field?: string;
};

export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

export function refuse<Code extends string>(
  code: Code,
  message: string,
  field?: string,
): { readonly ok: false; readonly refusal: Refusal<Code> } {
  return { ok: false, refusal: field === undefined ? { code, message } : { code, message, field } };
}

/** The value, or an exception that says which refusal was not expected here: for seeds and tests. */
export function expectOk<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value;
  throw new Error(`refused: ${result.refusal.code}: ${result.refusal.message}`);
}
