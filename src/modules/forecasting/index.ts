import './events.ts';

export {
  ADJUSTMENT_SCOPES,
  type Adjustment,
  type AdjustmentDraft,
  type AdjustmentId,
  type AdjustmentRefusal,
} from './adjustments/adjustment.ts';
export { saveAdjustment, undoAdjustment } from './adjustments/save-adjustment.ts';
export { type DemandAhead, type DemandOver, demandAhead, demandOver } from './forecast/demand-over.ts';
export {
  DEMAND_CLASSES,
  type DemandClass,
  FLAGS,
  type Flag,
  type StoredForecast,
} from './forecast/forecast.ts';
export { forecastReasons } from './forecast/forecast-reasons.ts';
export { forecastOfPart, PART_KINDS, type PartKind } from './forecast/part.ts';
export type { Reason, ReasonKind } from './forecast/reason.ts';
export { coverageOf, PROBABILITIES, type TestedMethod } from './forecast/tested-method.ts';
export type { Item } from './make/item.ts';
export { FORECAST_WORK } from './run/forecast-work.ts';
export { readDemandItems } from './run/read-demand-items.ts';
export { type RunOutcome, runForecasts } from './run/run-forecasts.ts';
export { readClassAccuracy, readFailed, readLastRun, readMethodAccuracy } from './store/accuracy.ts';
export { findAdjustment, readAdjustments } from './store/adjustments.ts';
export { readForecastDetails } from './store/details.ts';
export { type ForecastStamp, readForecastStamps, readForecasts } from './store/forecasts.ts';
export {
  countForecasts,
  FORECAST_ORDERS,
  type ListedForecast,
  listForecasts,
} from './store/list-forecasts.ts';
export { askForForecasts, forecastingCrons, forecastingJobs } from './tasks.ts';
