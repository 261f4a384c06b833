import { slug } from '../../../kernel/index.ts';

const NUMBERED = 20;

/** Handles to try for these texts, best first: each text's own form, then numbered forms of the last. */
export function handleCandidates(texts: readonly string[], whenEmpty: string): string[] {
  const own = texts.map((text) => slug(text, 200) || whenEmpty);
  const last = own.at(-1) ?? whenEmpty;
  const numbered = Array.from({ length: NUMBERED - 1 }, (_, index) => `${last}-${index + 2}`);
  return [...new Set([...own, ...numbered])];
}

/**
 * The first candidate that nobody has; when all are taken, the last with the end of the id, which nobody can
 * have.
 */
export function freeHandle(candidates: readonly string[], taken: ReadonlySet<string>, id: string): string {
  return candidates.find((handle) => !taken.has(handle)) ?? `${candidates[0] ?? 'item'}-${id.slice(-12)}`;
}
