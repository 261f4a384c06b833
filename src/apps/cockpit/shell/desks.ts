import { desk as mails } from '../../../modules/mails/cockpit/index.ts';
import type { Desk, Section } from '../../../platform/cockpit/desk/index.ts';

const SECTIONS = ['work', 'shop', 'settings'] as const satisfies readonly Section[];

/** Every desk, in the order of the navigation. A module's desk is added here and nowhere else. */
export const DESKS: readonly Desk[] = [mails].toSorted(
  (a, b) => SECTIONS.indexOf(a.section) - SECTIONS.indexOf(b.section) || a.rank - b.rank,
);

export { SECTIONS };
