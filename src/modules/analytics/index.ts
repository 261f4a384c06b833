export type {
  CameFrom,
  EventPart,
  FactSources,
  LedgerPosting,
  OrderFacts,
  PageReader,
  Position,
  SalesEntry,
} from './facts/sources.ts';
export type { ReportAnswer, ReportRow } from './reports/answer.ts';
export { type Drill, drillReport } from './reports/drill.ts';
export { findReport, REPORTS } from './reports/list.ts';
export type { Dimension, Grain, Measure, Report, ReportParameters, Span, Value } from './reports/report.ts';
export { runReport } from './reports/run-report.ts';
export { type Analytics, type AnalyticsOptions, openAnalytics } from './warehouse/open-analytics.ts';
