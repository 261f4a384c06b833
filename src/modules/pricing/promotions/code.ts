/** Capitals without spaces and hyphens: `welcome-10` and `WELCOME 10` are one code. */
export function normaliseCode(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐-―]/g, '');
}

// 32 letters and digits, 5 bits each, without 0 and O, 1 and I, which are read for each other.
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
/** 16 letters of 5 bits: nobody guesses 80 bits. */
export const CODE_LETTERS = 16;

/**
 * A code that nobody guesses, in groups of four: `7KQM-2XWD-P9RB-H4TN`.
 *
 * @param random at least 16 random bytes
 */
export function codeFrom(random: Uint8Array, prefix = ''): string {
  if (random.length < CODE_LETTERS) throw new RangeError(`a code needs ${CODE_LETTERS} random bytes`);
  const letters = Array.from(random.subarray(0, CODE_LETTERS), (byte) => ALPHABET[byte & 31] ?? '');
  const groups = [0, 4, 8, 12].map((start) => letters.slice(start, start + 4).join(''));
  return [...(prefix === '' ? [] : [prefix]), ...groups].join('-');
}
