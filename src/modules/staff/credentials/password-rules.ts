import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import { COMMON_PASSWORDS } from './guessed-passwords.ts';

const SHORTEST = 12;
const LONGEST = 200;

export type PasswordRefusal = Refusal<'password_too_short' | 'password_too_long' | 'password_too_common'>;

/**
 * Whether a password may be chosen: long enough, and none that is tried first. What it is made of is not asked
 * (ASVS 5.0, 6.2.1, 6.2.4, 6.2.5, 6.2.9, 6.2.11; NIST SP 800-63B-4, section 3.1.1.2).
 *
 * @param about words that a guesser knows: the person's name and address, the shop
 * @example
 * checkPassword('Password-1234', []) // password_too_common
 * checkPassword('brave otter moves house', []) // ok
 */
export function checkPassword(
  password: string,
  about: readonly string[],
): Result<undefined, PasswordRefusal> {
  const characters = [...password.normalize('NFKC')].length;
  if (characters < SHORTEST) {
    return refuse('password_too_short', `a password has at least ${SHORTEST} characters`, 'password');
  }
  if (characters > LONGEST) {
    return refuse('password_too_long', `a password has at most ${LONGEST} characters`, 'password');
  }
  const plain = plainOf(password);
  const isKnown = COMMON_PASSWORDS.has(plain) || COMMON_PASSWORDS.has(unitOf(plain));
  return isKnown || isOneUnit(plain) || isAbout(plain, about)
    ? refuse('password_too_common', 'this is among the first that are tried: choose another', 'password')
    : ok(undefined);
}

/** Letters that stand for others, as guessers write them; no spaces, hyphens and the like. */
function plainOf(text: string): string {
  const like: Readonly<Record<string, string>> = { '@': 'a', $: 's' };
  const lower = text.normalize('NFKC').toLowerCase();
  return [...lower]
    .map((character) => like[character] ?? character)
    .join('')
    .replace(/[\s\-_.,!?#*+]/g, '');
}

/** The shortest text that repeated gives this one: `abc` of `abcabcab`. */
function unitOf(text: string): string {
  for (let length = 1; length <= text.length / 2; length += 1) {
    const unit = text.slice(0, length);
    if (unit.repeat(Math.ceil(text.length / length)).startsWith(text)) return unit;
  }
  return text;
}

/** Four characters or fewer again and again, or figures and letters in their order: `abababababab`, `123456789012`. */
function isOneUnit(text: string): boolean {
  return (
    unitOf(text).length <= 4 ||
    ROWS.some((row) => row.includes(text) || [...row].toReversed().join('').includes(text))
  );
}

const ROWS = ['01234567890123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm'];

/** Little more than one word that a guesser knows. */
function isAbout(plain: string, about: readonly string[]): boolean {
  const words = about.flatMap((text) => [plainOf(text), ...text.split(/[\s@.]+/).map(plainOf)]);
  return words.some((word) => word.length >= 4 && plain.includes(word) && plain.length - word.length < 6);
}
