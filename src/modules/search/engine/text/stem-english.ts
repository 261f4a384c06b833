/**
 * The S-stemmer: takes plurals to their singular and leaves all else, which suits product names, where a stronger
 * stemmer would mix `universal` and `university`. Source: D. Harman, "How effective is suffixing?", Journal of the
 * American Society for Information Science 42(1), 1991, table 1; the first rule that applies is the only one.
 *
 * Added to the three rules, as the catalogue needs them: `-sses`, `-shes`, `-ches`, `-xes`, `-zes` lose `es`
 * (glasses, brushes, boxes), and irregular plurals of things that shops sell.
 *
 * @example stemEnglish('batteries') // 'battery'
 */
export function stemEnglish(word: string): string {
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) return irregular;
  if (word.length < 4 || !word.endsWith('s')) return word;
  if (word.endsWith('ies')) return /[ae]ies$/.test(word) || word.length < 5 ? word.slice(0, -1) : toY(word);
  if (/(?:ss|sh|ch|x|zz)es$/.test(word)) return word.slice(0, -2);
  if (word.endsWith('es')) return /[aeo]es$/.test(word) ? endingOes(word) : word.slice(0, -1);
  return /(?:us|ss)$/.test(word) ? word : word.slice(0, -1);
}

function toY(word: string): string {
  return `${word.slice(0, -3)}y`;
}

// "shoes" is "shoe", "tomatoes" is "tomato": both come down to what is left without "es" but for one-syllable words.
function endingOes(word: string): string {
  return word.endsWith('oes') && word.length > 5 ? word.slice(0, -2) : word.slice(0, -1);
}

const IRREGULAR: ReadonlyMap<string, string> = new Map(
  Object.entries({
    knives: 'knife',
    shelves: 'shelf',
    scarves: 'scarf',
    leaves: 'leaf',
    loaves: 'loaf',
    halves: 'half',
    wolves: 'wolf',
    women: 'woman',
    womens: 'woman',
    men: 'man',
    mens: 'man',
    children: 'child',
    childrens: 'child',
    people: 'person',
    feet: 'foot',
    teeth: 'tooth',
    geese: 'goose',
    mice: 'mouse',
    vases: 'vase',
    gas: 'gas',
    canvas: 'canvas',
  }),
);
