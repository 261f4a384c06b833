const LENGTHS: ReadonlySet<number> = new Set([8, 12, 13, 14]);
const DIGITS = /^[0-9]+$/;

/**
 * The check digit of a GTIN's other digits: from the right, digits count 3 and 1 by turns, and the check
 * digit brings the sum to a multiple of ten (GS1 General Specifications, section 7.9.1).
 *
 * @param body 7, 11, 12 or 13 digits
 * @example
 * gtinCheckDigit('629104150021') // 3: the worked example of the specification, GTIN-13 6291041500213
 */
export function gtinCheckDigit(body: string): number {
  if (!DIGITS.test(body) || !LENGTHS.has(body.length + 1)) {
    throw new RangeError(`"${body}" is not 7, 11, 12 or 13 digits`);
  }
  const sum = [...body].toReversed().reduce((total, digit, place) => {
    return total + Number(digit) * (place % 2 === 0 ? 3 : 1);
  }, 0);
  return (10 - (sum % 10)) % 10;
}

/** Whether this is a GTIN-8, -12 (UPC-A), -13 (EAN) or -14 with the right check digit. */
export function isGtin(text: string): boolean {
  return looksLikeGtin(text) && gtinCheckDigit(text.slice(0, -1)) === Number(text.at(-1));
}

/**
 * Whether this is all digits and as many as a GTIN has: then a wrong check digit is a mistake, not another
 * code.
 */
export function looksLikeGtin(text: string): boolean {
  return LENGTHS.has(text.length) && DIGITS.test(text);
}

// GS1 prefixes for use inside a company or region, and for coupons: the same number means another thing elsewhere.
const RESTRICTED = /^(?:02|04|05|2|98[1-4]|99)/;

/**
 * Whether this is a GTIN that names one product the world over, as marketplaces and search engines want it: not one of
 * restricted circulation (GS1 General Specifications, section 1.4, GS1 prefixes 020-029, 040-049, 200-299, and GTIN-8
 * beginning with 0 or 2) and not a coupon's (050-059, 981-984, 99).
 */
export function isGlobalGtin(text: string): boolean {
  if (!isGtin(text)) return false;
  if (text.length === 8) return !/^[02]/.test(text);
  return !RESTRICTED.test(text.padStart(13, '0').slice(-13));
}
