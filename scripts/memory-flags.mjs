// How much memory V8 may take before it looks for what is not needed any more. Plain JavaScript: bootstrap.mjs reads it.

// The shop lives for months under a load that makes much and keeps little: with V8's own settings, which follow the
// machine's memory, it takes twice as much and is no faster. No upper limit: the search index grows with the shop.
const SHOP = ['--max-semi-space-size=16', '--heap-growing-percent=30'];

// An import streams a file of any size: with a small young generation and an early collector it does so in 200 MB instead
// of 330, at the same speed.
const IMPORT = ['--max-old-space-size=512', '--max-semi-space-size=4'];

/** @param {string} name of the script of bootstrap.mjs @param {readonly string[]} words that it is started with */
export function memoryFlags(name, words) {
  if (name === 'start') return SHOP;
  return name === 'institor' && words[0] === 'import' ? IMPORT : [];
}
