/** Flags of V8 for this script of bootstrap.mjs. */
export function memoryFlags(name: string, words: readonly string[]): string[];
