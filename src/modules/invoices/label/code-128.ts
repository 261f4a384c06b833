/**
 * The bars of a text as Code 128 (ISO/IEC 15417:2007): widths in modules of bar, space, bar, … from the start to the stop
 * pattern, check symbol included, without the quiet zones of 10 modules on both sides (4.3.2). Digits are set in pairs
 * where that is shorter (annex E).
 *
 * @returns undefined where the text is empty or has other characters than the printable ones of ASCII
 *
 * @example
 * code128('1042')?.length // 37: start C, 10, 42 and the check symbol by six, and seven for the stop
 */
export function code128(text: string): readonly number[] | undefined {
  if (!/^[ -~]+$/.test(text)) return undefined;
  const values = valuesOf(text);
  const sum = values.reduce((total, value, index) => total + value * Math.max(index, 1), 0);
  return [...values, sum % 103, STOP].flatMap((value) => [...(PATTERNS[value] ?? '')].map(Number));
}

/** Of the space that a code takes, in modules, what is left blank on each side. */
export const QUIET_MODULES = 10;

const TO_B = 100;
const TO_C = 99;
const START_B = 104;
const START_C = 105;
const STOP = 106;

/** The symbols from the start to the last of the text, in sets B (a character each) and C (two digits each). */
function valuesOf(text: string): number[] {
  const values: number[] = [];
  let set: 'B' | 'C' | undefined;
  const enter = (next: 'B' | 'C') => {
    if (set === undefined) values.push(next === 'B' ? START_B : START_C);
    else if (set !== next) values.push(next === 'B' ? TO_B : TO_C);
    set = next;
  };
  let at = 0;
  while (at < text.length) {
    const digits = digitsFrom(text, at);
    if (set === 'C' ? digits >= 2 : isShorterInPairs(digits, at, text.length)) {
      // One digit of an odd run stays outside: the last where the code begins with it, else the first.
      if (set !== 'B' || digits % 2 === 0) {
        enter('C');
        values.push(Number(text.slice(at, at + 2)));
        at += 2;
        continue;
      }
    }
    enter('B');
    values.push(text.charCodeAt(at) - 32);
    at += 1;
  }
  return values;
}

function digitsFrom(text: string, at: number): number {
  let end = at;
  while (/\d/.test(text.charAt(end))) end += 1;
  return end - at;
}

/** Annex E, 1 and 4: four digits at an end of the text, six within it, and a text that is two digits and nothing else. */
function isShorterInPairs(digits: number, at: number, length: number): boolean {
  const isAtAnEnd = at === 0 || at + digits === length;
  return digits >= (isAtAnEnd ? 4 : 6) || (digits === 2 && length === 2);
}

/** Table 1, by the symbol's value: bars and spaces by turns. */
const PATTERNS = `
  212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222
  123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321
  232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121
  313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224
  111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111
  111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113
  114311 411113 411311 113141 114131 311141 411131 211412 211214 211232 2331112`
  .trim()
  .split(/\s+/);
