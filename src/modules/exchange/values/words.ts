const YES = new Set(['true', 'yes', 'y', '1', 'x', 'on', 'ja', 'oui', 'si', 'sí', 'wahr', 'vrai', 'enabled']);
const NO = new Set(['false', 'no', 'n', '0', 'off', 'nein', 'non', 'falsch', 'faux', 'disabled', 'none']);

/** The yes or no that a cell says, as people and programs write it, or undefined when it says neither. */
export function readYesNo(text: string): boolean | undefined {
  const word = text.trim().toLowerCase();
  if (YES.has(word)) return true;
  return NO.has(word) ? false : undefined;
}

/** The key of an attribute definition made of a label: `Pa: Shoe-Größe` becomes `pa_shoe_groesse`. */
export function attributeKey(label: string): string {
  const ascii = label
    .replace(/[äÄ]/g, 'ae')
    .replace(/[öÖ]/g, 'oe')
    .replace(/[üÜ]/g, 'ue')
    .replace(/ß/g, 'ss')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  const key = /^[a-z]/.test(ascii) ? ascii : `a_${ascii}`;
  return key.slice(0, 60);
}
