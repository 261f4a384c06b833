export type { HealthOptions, LifeState } from './health.ts';
export { type Metrics, makeMetrics } from './metrics.ts';
export type { ErrorPage, Problem } from './problem.ts';
export { closeGracefully, makeServer, markReady, type ServerOptions } from './server.ts';
