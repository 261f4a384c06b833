import { useRows } from '../../../../platform/cockpit/api/index.ts';

export const ABOUT = ['work'] as const;

/** What the person began and takes long, the latest first. */
export function useOwnWork() {
  return useRows('listWork', { query: { limit: '20' } }, { about: ABOUT });
}
