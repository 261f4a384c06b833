import './events.ts';

export type {
  Adjustment,
  AdjustmentDraft,
  AdjustmentId,
  AdjustmentRefusal,
} from './adjustments/adjustment.ts';
export { type DemandOver, demandOver } from './forecast/demand-over.ts';
export { DEMAND_CLASSES, type DemandClass, type StoredForecast } from './forecast/forecast.ts';
export { forecastReasons } from './forecast/forecast-reasons.ts';
export type { Reason, ReasonKind } from './forecast/reason.ts';
export { readForecasts } from './store/forecasts.ts';
