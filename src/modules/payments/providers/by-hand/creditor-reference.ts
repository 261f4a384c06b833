import { areCheckDigitsRight, checkDigitsOf } from '../../check-digits.ts';

/**
 * A structured creditor reference (ISO 11649): `RF`, two check digits by ISO 7064 MOD 97-10, and up to 21 letters and
 * digits. Banks check it as it is typed, so that a wrong digit does not leave the shopper's bank.
 *
 * @example
 * creditorReference('539007547034') // 'RF18539007547034'
 */
export function creditorReference(text: string): string {
  const body = text
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(-21);
  if (body === '') throw new RangeError(`"${text}" has nothing to make a reference of`);
  return `RF${checkDigitsOf(body)}${body}`;
}

/** Every right creditor reference in what somebody wrote on a transfer, spaces or not. */
export function findCreditorReferences(text: string): string[] {
  const packed = text.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const starts = [...packed.matchAll(/RF\d\d/g)].map(({ index }) => index);
  return starts.flatMap((start) => {
    const longest = packed.slice(start, start + 25);
    const lengths = Array.from({ length: longest.length - 4 }, (_, index) => longest.length - index);
    return lengths.map((length) => longest.slice(0, length)).filter(areCheckDigitsRight);
  });
}
