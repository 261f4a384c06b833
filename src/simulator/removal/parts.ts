import { PAGES } from './pages.ts';
import { KINDS, type Kind, type Part } from './part.ts';
import { past } from './past.ts';
import { SHELVES } from './shelves.ts';
import { suppliers } from './suppliers.ts';

/** All kinds of what the demo makes, in the order in which they are taken out. */
export const PARTS: readonly Part[] = [past, suppliers, ...PAGES, ...SHELVES].toSorted(
  (a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind),
);

export function partOf(kind: Kind): Part {
  const part = PARTS.find((one) => one.kind === kind);
  if (part === undefined) throw new TypeError(`there is no part "${kind}"`);
  return part;
}
