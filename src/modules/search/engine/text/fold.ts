/**
 * Lower case without accents, so that `Crème`, `creme` and `CREME` are one word. German umlauts fold to their vowel
 * however they are typed: `Gläser`, `Glaeser` and `Glaser` are all `glaser`; see {@link foldTyped} for the second.
 */
export function fold(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase();
  return text
    .replace(/[ßẞ]/g, 'ss')
    .replace(/[æÆ]/g, 'ae')
    .replace(/[œŒ]/g, 'oe')
    .replace(/[øØ]/g, 'o')
    .replace(/[łŁ]/g, 'l')
    .replace(/[đĐ]/g, 'd')
    .replace(/ı/g, 'i')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase();
}

/**
 * How a word may have been meant that was typed on a keyboard without umlauts: `glaeser` → `glaser`; none when it has
 * no `ae`, `oe` or `ue`. Only an alternative, since `aerial`, `shoe` and `blue` are words too.
 */
export function foldTyped(word: string): string | undefined {
  const meant = word.replace(/([aou])e/g, '$1');
  return meant === word ? undefined : meant;
}
