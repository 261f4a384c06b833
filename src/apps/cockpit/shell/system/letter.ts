import type { RowOf } from '../../../../platform/cockpit/api/index.ts';

/** What was tried as often as it may and given up. */
export type Letter = RowOf<'listDeadLetters'>;
