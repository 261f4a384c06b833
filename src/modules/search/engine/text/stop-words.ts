const ENGLISH =
  'a an and are as at be but by for from has have if in into is it its of on or our so such that the their them then ' +
  'there these they this to was we were which will with you your';
const GERMAN =
  'aber als am an auch auf aus bei bis das dass dein dem den der des die dies diese dieser dieses du ein eine einem ' +
  'einen einer eines er es fur hat im in ist ihr ihre ihren mit nach nicht noch oder sehr sein sich sie sind so uber ' +
  'um und uns unser unsere vom von vor wie wir wird zu zum zur';
const NONE: ReadonlySet<string> = new Set();

const BY_LANGUAGE: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['en', new Set(ENGLISH.split(' '))],
  ['de', new Set(GERMAN.split(' '))],
]);

/** Folded words that say nothing of a product. Left out of descriptions, and of a query that has another word. */
export function stopWordsOf(locale: string): ReadonlySet<string> {
  return BY_LANGUAGE.get(locale.split('-')[0] ?? '') ?? NONE;
}
