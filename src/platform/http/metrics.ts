import type pg from 'pg';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Attempt } from '../jobs/index.ts';

export type Metrics = {
  readonly observeRequest: (method: string, route: string, status: number, seconds: number) => void;
  /** For startWorker. */
  readonly onAttempt: (attempt: Attempt) => void;
  /** A value that is read when somebody looks; nothing is said while it is `undefined`. */
  readonly addGauge: (gauge: {
    readonly name: string;
    readonly help: string;
    readonly read: () => Promise<number | undefined>;
  }) => void;
  /** In the text format of Prometheus. */
  readonly text: () => Promise<string>;
  readonly contentType: string;
};

/** The process's own metrics: requests by route, jobs by outcome, the pool's connections, and Node's. */
export function makeMetrics({ pool }: { readonly pool?: pg.Pool } = {}): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the request to the end of the response.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  const attempts = new Counter({
    name: 'job_attempts_total',
    help: 'Attempts at jobs and reactions: done, failed (to be tried again), dead (given up).',
    labelNames: ['job', 'outcome'],
    registers: [registry],
  });
  const seconds = new Histogram({
    name: 'job_duration_seconds',
    help: 'Time of one attempt.',
    labelNames: ['job'],
    buckets: [0.005, 0.025, 0.1, 0.5, 1, 5, 30, 120],
    registers: [registry],
  });
  if (pool) addPool(registry, pool);
  return {
    observeRequest: (method, route, status, time) => requests.observe({ method, route, status }, time),
    onAttempt: (attempt) => {
      attempts.inc({ job: attempt.name, outcome: attempt.outcome });
      seconds.observe({ job: attempt.name }, attempt.seconds);
    },
    addGauge: ({ name, help, read }) => {
      new Gauge({
        ...{ name, help, registers: [registry] },
        async collect() {
          const value = await read();
          if (value === undefined) this.reset();
          else this.set(value);
        },
      });
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

function addPool(registry: Registry, pool: pg.Pool): void {
  new Gauge({
    name: 'database_connections',
    help: 'Connections of the pool, and queries that wait for one.',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      this.set({ state: 'busy' }, pool.totalCount - pool.idleCount);
      this.set({ state: 'idle' }, pool.idleCount);
      this.set({ state: 'waiting' }, pool.waitingCount);
    },
  });
}
