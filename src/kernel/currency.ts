declare const currency: unique symbol;

/** A three-letter ISO 4217 code in capitals. */
export type CurrencyCode = string & { readonly [currency]: true };

const KNOWN: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

// ISO 4217 (list one) minor units that are not 2. Intl is not asked: CLDR shows some currencies, such as IQD,
// with fewer digits than the standard that payment providers follow.
const NO_DECIMALS = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF';
const THREE_DECIMALS = 'BHD IQD JOD KWD LYD OMR TND';
const FOUR_DECIMALS = 'CLF UYW';
const DIGITS: ReadonlyMap<string, number> = new Map([
  ...NO_DECIMALS.split(' ').map((code) => [code, 0] as const),
  ...THREE_DECIMALS.split(' ').map((code) => [code, 3] as const),
  ...FOUR_DECIMALS.split(' ').map((code) => [code, 4] as const),
]);

export function parseCurrency(text: string): CurrencyCode | undefined {
  const code = text.trim().toUpperCase();
  return KNOWN.has(code) ? (code as CurrencyCode) : undefined;
}

/** The currency with this code; throws a RangeError on one that ISO 4217 does not list. */
export function currencyOf(text: string): CurrencyCode {
  const code = parseCurrency(text);
  if (code === undefined) throw new RangeError(`"${text}" is not an ISO 4217 currency code`);
  return code;
}

/** Digits after the decimal point: 2 for EUR, 0 for JPY, 3 for KWD. */
export function minorDigits(code: CurrencyCode): number {
  return DIGITS.get(code) ?? 2;
}
