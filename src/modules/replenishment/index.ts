import './events.ts';

export { type BacktestAsked, backtestWork } from './backtest/backtest-work.ts';
export { type Backtest, type BacktestId, listBacktests, readBacktest } from './backtest/backtests-store.ts';
export { HEALTH_STATES, type HealthState } from './health/health-of.ts';
export {
  type HealthPosition,
  type KeptHealth,
  listHealth,
  summariseHealth,
} from './health/health-store.ts';
export { reviewHealth } from './health/review-health.ts';
export { type Margin, readMargins } from './margin/read-margins.ts';
export type { Need, NeedReason } from './need/need.ts';
export { listNeeds, type NeedPosition, type ReviewedNeed, readReviewedAt } from './need/needs-store.ts';
export { type OrderedNeed, type OrderRefusal, orderNeeds } from './need/order-needs.ts';
export { type NeedAhead, readNeeds } from './need/read-needs.ts';
export { reviewAllNeeds } from './need/review-needs.ts';
export {
  checkPolicy,
  DEFAULT_POLICY,
  type Policy,
  type PolicyPart,
  type PolicyScope,
  policyFrom,
  type ServiceTarget,
} from './policy/policy.ts';
export { readPolicies, savePolicy } from './policy/store.ts';
export {
  askForReview,
  type ReplenishmentDeps,
  replenishmentCrons,
  replenishmentJobs,
  replenishmentReactions,
} from './tasks.ts';
