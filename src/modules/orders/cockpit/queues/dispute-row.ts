import type { RowOf } from '../../../../platform/cockpit/api/index.ts';

export type DisputeRow = RowOf<'listDisputes'>;
