import { KEY_BYTES } from './seal.ts';

/** Keys in base64, with commas, spaces or new lines between; undefined when there is none or one is none. */
export function parseKeys(text: string): readonly Buffer[] | undefined {
  const words = text.split(/[\s,]+/).filter((word) => word !== '');
  const keys = words.map((word) => Buffer.from(word, 'base64'));
  const isGood = keys.every((key, index) => key.length === KEY_BYTES && isSame(key, words[index] ?? ''));
  return keys.length > 0 && isGood ? keys : undefined;
}

/** `Buffer.from` skips what is no base64, so that a mistyped key would be another one. */
function isSame(key: Buffer, word: string): boolean {
  return key.toString('base64').replace(/=+$/, '') === word.replace(/=+$/, '');
}
