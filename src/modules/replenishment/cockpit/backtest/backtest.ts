import type { Told } from '../../../../platform/cockpit/api/index.ts';

export type Backtest = Told<'readBacktest'>;
