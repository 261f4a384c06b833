import type { Told } from '../../../../platform/cockpit/api/index.ts';

export type Profile = Told<'readProfile'>;
