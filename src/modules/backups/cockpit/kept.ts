import type { Told } from '../../../platform/cockpit/api/index.ts';

/** What is kept of the shop, as it is told. */
export type Kept = Told<'readBackups'>;

/** What the screen's reads and writes are about. */
export const ABOUT = ['backups', 'work'];
