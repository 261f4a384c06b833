export { type AgreementRow, agrees } from './agreement/agreement.ts';
export {
  readNamedDifferences,
  readOpenItems,
  readOpenSums,
  readSettlements,
} from './agreement/keep-settlement.ts';
export { readProviderDays } from './agreement/provider-days.ts';
export { isSettled } from './agreement/settlement.ts';
export { type CheckedDay, readAgreement } from './agreement/store.ts';
export { type ChartNotes, readChartNotes } from './annotations/read-chart-notes.ts';
export { readNote, removeAnnotation, saveAnnotation } from './annotations/save-annotation.ts';
export type { CustomerValueAnswer, SecondOrderAnswer } from './customers/ask-customers.ts';
export type { Ask, Bound, Filter } from './explore/ask.ts';
export { type ExplorationWords, listExplorationWords } from './explore/list-words.ts';
export { asksCosts } from './explore/report-of-ask.ts';
export { type AskDrill, runAsk } from './explore/run-ask.ts';
export { askForFile, exportAnswer, FILE_FORMATS, type FileFormat } from './export/export-answer.ts';
export { shopSources } from './facts/shop-sources.ts';
export { askOf } from './language/ask-of.ts';
export { parseQuery } from './language/parse-query.ts';
export { printQuery } from './language/print-query.ts';
export type { Query, QueryProblem } from './language/query.ts';
export { type AnalyticsClient, analyticsClient } from './process/client.ts';
export { keepOwner, type OwnerProcess } from './process/keep-owner.ts';
export { type Owner, openOwner } from './process/owner.ts';
export type { ReportAnswer, ReportRow } from './reports/answer.ts';
export { type Drill, drillReport } from './reports/drill.ts';
export { MOST_MINUTES, MOST_STEPS, SEGMENTS, STEP } from './reports/funnel-choice.ts';
export { findReport, REPORTS } from './reports/list.ts';
export type { ShownOrder } from './reports/orders-shown.ts';
export type { Dimension, Grain, Measure, Report, ReportParameters, Span, Value } from './reports/report.ts';
export { runReport } from './reports/run-report.ts';
export { WORKED_OUT } from './reports/worked-out-list.ts';
export type { Exploration, ExplorationId } from './saved/exploration.ts';
export { removeExploration, saveExploration } from './saved/save-exploration.ts';
export { readExplorations } from './saved/store.ts';
export { analyticsCrons, analyticsJobs, analyticsReactions } from './tasks.ts';
export { type Analytics, type AnalyticsOptions, openAnalytics } from './warehouse/open-analytics.ts';
export { type Explanation, explainChange } from './why/explain-change.ts';
