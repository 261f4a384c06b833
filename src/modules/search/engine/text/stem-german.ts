/**
 * The light stemmer for German: takes plural and case endings and leaves what makes a word another word. Input is
 * folded already (no umlauts). Source: J. Savoy, "Light stemming approaches for the French, Portuguese, German and
 * Hungarian languages", Proceedings of ACM SAC 2006, section 3.2: step 1 (-ern, -em, -en, -er, -es; -e; -n; -s after a
 * valid letter), step 2 (-est, -st after a valid letter, -er, -en) is kept to words that are long enough.
 *
 * Added: `-innen` loses `nen`, and a word is never cut below four letters (`uhren`, `uhr` meet at `uhr` by -en).
 *
 * @example stemGerman('lampen') // 'lamp', as does 'lampe'
 */
export function stemGerman(word: string): string {
  return stepTwo(stepOne(word));
}

// The letters after which an -s or -st is an ending, and not the end of the word itself.
const BEFORE_ENDING = 'bdfghklmnt';

function stepOne(word: string): string {
  const length = word.length;
  if (length > 6 && word.endsWith('nen')) return word.slice(0, -3);
  if (length > 5 && word.endsWith('ern')) return word.slice(0, -3);
  if (length > 4 && /(?:em|en|er|es)$/.test(word)) return word.slice(0, -2);
  if (length > 4 && word.endsWith('e')) return word.slice(0, -1);
  if (length > 4 && word.endsWith('n') && word.charAt(length - 2) === 'l') return word.slice(0, -1);
  if (length > 4 && word.endsWith('s') && isBeforeEnding(word, 2)) return word.slice(0, -1);
  return word;
}

function stepTwo(word: string): string {
  const length = word.length;
  if (length > 6 && word.endsWith('est')) return word.slice(0, -3);
  if (length > 6 && /(?:er|en)$/.test(word)) return word.slice(0, -2);
  if (length > 5 && word.endsWith('st') && isBeforeEnding(word, 3)) return word.slice(0, -2);
  return word;
}

function isBeforeEnding(word: string, fromEnd: number): boolean {
  return BEFORE_ENDING.includes(word.charAt(word.length - fromEnd));
}
