import type { RowOf } from '../../../../platform/cockpit/api/index.ts';

export type NeedRow = RowOf<'listNeeds'>;
