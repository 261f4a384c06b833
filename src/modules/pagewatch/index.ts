import './events.ts';

export { type ApproveRefusal, approvePages } from './approve-pages.ts';
export type { PagewatchDeps } from './check-pages.ts';
export { compare, type Difference } from './compare.ts';
export type { Finding, FindingId } from './finding.ts';
export { keepLook } from './keep-look.ts';
export { keepReports } from './keep-reports.ts';
export { type LookRefusal, lookAtPages } from './look/look.ts';
export type { SeenPage, Trait, TraitKind } from './page.ts';
export { readFindings } from './store/findings.ts';
export { type Approval, type Look, readApproval, readLastLook } from './store/looks.ts';
export { type RefusedGroup, type RefusedReport, readReports } from './store/reports.ts';
export { pagewatchCrons, pagewatchJobs } from './tasks.ts';
