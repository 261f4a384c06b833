/** A card number in a text: where it begins, and how long it is with what stands between its digits. */
export type FoundCardNumber = { readonly index: number; readonly length: number };

/** Digits in groups, with single spaces, dots or hyphens between them. */
const DIGITS = /\d+(?:[ .\u00a0-]\d+)*/g;

/**
 * UUIDs (RFC 9562, section 4), which are ids of ours and of providers and no cards: digits of some stand in groups as a card's
 * do, of one in sixteen in an unlucky millisecond, and what has such an id could never be chosen.
 */
const UUIDS = /(?<![\da-f-])[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}(?![\da-f-])/gi;

/**
 * What looks like a payment card number: 13 to 19 digits, in one piece or in groups, that begin as cards do (2 to 6)
 * and whose Luhn sum is right (ISO/IEC 7812-1, annex B). One in ten such runs of digits has it by chance: good for
 * refusing a field in which no number is expected, and for scanning what must never hold one. UUIDs are passed over. The number
 * itself is not returned, so that it is not logged.
 *
 * @example
 * findCardNumbers('order 12, card 4242 4242 4242 4242') // [{ index: 15, length: 19 }]
 */
export function findCardNumbers(text: string): FoundCardNumber[] {
  const searched = text.replace(UUIDS, (uuid) => '_'.repeat(uuid.length));
  return [...searched.matchAll(DIGITS)].flatMap(({ index, 0: run }) => {
    const groups = [...run.matchAll(/\d+/g)].map((group) => ({ at: group.index, digits: group[0] }));
    const found = groups.flatMap((_, first) => cardAt(groups.slice(first)) ?? []);
    return found.map(({ at, length }) => ({ index: index + at, length }));
  });
}

type Group = { readonly at: number; readonly digits: string };

/** The longest card number that begins with the first of these groups and ends with one of them. */
function cardAt(groups: readonly Group[]): { at: number; length: number } | undefined {
  let digits = '';
  let found: { at: number; length: number } | undefined;
  for (const group of groups) {
    digits += group.digits;
    if (digits.length > 19) break;
    const at = groups[0]?.at ?? 0;
    if (isCardNumber(digits)) found = { at, length: group.at + group.digits.length - at };
  }
  return found;
}

function isCardNumber(digits: string): boolean {
  return digits.length >= 13 && /^[2-6]/.test(digits) && luhnSum(digits) % 10 === 0;
}

function luhnSum(digits: string): number {
  let sum = 0;
  for (const [index, digit] of [...digits].reverse().entries()) {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    sum += value > 9 ? value - 9 : value;
  }
  return sum;
}
