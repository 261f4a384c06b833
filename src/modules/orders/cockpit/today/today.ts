import type { Told } from '../../../../platform/cockpit/api/index.ts';

/** What waits and what was sold, as the API tells it. */
export type Today = Told<'readToday'>;
export type Part = Today['parts'][number];
export type Sales = NonNullable<Today['sales']>[number];
