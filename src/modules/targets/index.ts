export { amountText, readAmount } from './amount.ts';
export { KPIS, type Kpi, type KpiId, kpiOf } from './kpi.ts';
export type { CourseDay } from './pace/course.ts';
export type { Bounds, Pace, PaceState } from './pace/pace.ts';
export { type Paces, readCourse, readPaces } from './pace/read-pace.ts';
export { endOf, GRAINS, periodName, periodOf, type TargetGrain, type TargetPeriod } from './period.ts';
export { setTargets, type TargetCell } from './set-targets.ts';
export { findTarget, readTargetChanges, readTargets } from './store.ts';
export type { Target, TargetChange, TargetId, TargetKey, TargetRefusal } from './target.ts';
