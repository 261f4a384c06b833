import type { Told } from '../../../../platform/cockpit/api/index.ts';

/** A kept exploration, as the API tells it. */
export type Kept = Told<'listExplorations'>['items'][number];

/** What reads and writes of kept explorations are about. */
export const ABOUT = ['explorations'] as const;
