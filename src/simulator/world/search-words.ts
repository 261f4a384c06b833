/** Words that stand for each other; with a source, only the source stands for the words. */
export type WorldSynonym = {
  readonly locale: string;
  readonly source?: string;
  readonly words: readonly string[];
};

export const SYNONYMS: readonly WorldSynonym[] = [
  { locale: 'en', words: ['jumper', 'sweater', 'pullover'] },
  { locale: 'en', words: ['trousers', 'pants', 'chinos'] },
  { locale: 'en', words: ['throw', 'blanket', 'plaid'] },
  { locale: 'en', words: ['cushion', 'pillow'] },
  { locale: 'en', words: ['mug', 'cup'] },
  { locale: 'en', words: ['rug', 'carpet', 'runner'] },
  { locale: 'en', words: ['beanie', 'hat', 'cap'] },
  { locale: 'en', words: ['lamp', 'light', 'lantern'] },
  { locale: 'en', words: ['planter', 'plant pot', 'flower pot'] },
  { locale: 'en', source: 'crockery', words: ['plate', 'bowl', 'mug'] },
  { locale: 'en', source: 'grey', words: ['gray', 'slate', 'smoke', 'charcoal'] },
  { locale: 'de', words: ['pullover', 'sweater', 'pulli'] },
  { locale: 'de', words: ['becher', 'tasse', 'pott'] },
  { locale: 'de', words: ['decke', 'plaid', 'überwurf'] },
  { locale: 'de', words: ['übertopf', 'blumentopf', 'pflanztopf'] },
  { locale: 'de', words: ['leuchte', 'lampe'] },
  { locale: 'de', words: ['mütze', 'beanie'] },
  { locale: 'de', source: 'geschirr', words: ['teller', 'schale', 'becher'] },
];

export const SEARCH_RULES: readonly {
  readonly locale: string;
  readonly query: string;
  readonly pinned: readonly string[];
  readonly redirectTo?: string;
}[] = [
  { locale: 'en', query: 'vase', pinned: ['farol-tall-vase', 'onda-ribbed-vase'] },
  { locale: 'en', query: 'gift', pinned: ['breakfast-for-two-gift-set', 'quiet-evening-gift-set'] },
  { locale: 'en', query: 'returns', pinned: [], redirectTo: '/pages/delivery-and-returns' },
  { locale: 'en', query: 'sale', pinned: [], redirectTo: '/collections/sale' },
  { locale: 'de', query: 'geschenk', pinned: ['breakfast-for-two-gift-set', 'quiet-evening-gift-set'] },
  { locale: 'de', query: 'rückgabe', pinned: [], redirectTo: '/pages/delivery-and-returns' },
];
