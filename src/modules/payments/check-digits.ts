/**
 * Whether two check digits at places 3 and 4 are right (ISO 7064 MOD 97-10): of a creditor reference (ISO 11649) and of an
 * account number (ISO 13616).
 */
export function areCheckDigitsRight(text: string): boolean {
  return /^[A-Z0-9]{5,34}$/.test(text) && numberOf(`${text.slice(4)}${text.slice(0, 4)}`) % 97n === 1n;
}

/** The two check digits of what follows `RF`. */
export function checkDigitsOf(body: string): string {
  return (98n - (numberOf(`${body}RF00`) % 97n)).toString().padStart(2, '0');
}

/** Letters count from 10 (A) to 35 (Z). */
function numberOf(text: string): bigint {
  return BigInt([...text].map((character) => Number.parseInt(character, 36)).join(''));
}
