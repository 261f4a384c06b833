/**
 * The address form of a title: lower-case ASCII words joined by hyphens, at most `limit` characters.
 * `slug('Café Crème, 2 Stück')` is `cafe-creme-2-stuck`. Text with nothing to keep gives ''.
 */
export function slug(text: string, limit = 200): string {
  const ascii = text
    .replace(/ß/g, 'ss')
    .replace(/[æÆ]/g, 'ae')
    .replace(/[øØ]/g, 'o')
    .replace(/[łŁ]/g, 'l')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase();
  const words = ascii.replace(/['’]/g, '').replace(/[^a-z0-9]+/g, '-');
  return words.slice(0, limit).replace(/^-+|-+$/g, '');
}
