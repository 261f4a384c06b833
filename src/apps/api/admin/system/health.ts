/** `off`: not set up, which may be meant. */
export type CheckState = 'good' | 'warning' | 'bad' | 'off';

/** What was measured, of which the states follow. */
export type Measured = {
  readonly database: {
    readonly tookMs: number;
    readonly connections: number;
    readonly mostConnections: number;
  };
  readonly worker: { readonly workers: number; readonly lagSeconds: number };
  readonly events: { readonly lagSeconds: number };
  readonly mail: 'off' | 'answers' | 'fails';
  readonly disk: { readonly freeBytes: number };
  readonly deadLetters: { readonly open: number };
  /** As `stateOfBackups` says. */
  readonly backups: CheckState;
};

export type CheckName = keyof Measured;

const GB = 1_000_000_000;

/**
 * How each part stands. Jobs are taken within half a second and events within a fifth when all is well, so that a minute
 * is a worker that cannot keep up, and ten one that stands still.
 *
 * @example
 * statesOf({ …, worker: { workers: 1, lagSeconds: 75 } }).worker // 'warning'
 */
export function statesOf(measured: Measured): Readonly<Record<CheckName, CheckState>> {
  const { database, worker, events, mail, disk, deadLetters, backups } = measured;
  const isCrowded = database.connections >= database.mostConnections * 0.9;
  return {
    database: database.tookMs > 250 || isCrowded ? 'warning' : 'good',
    worker: worker.workers === 0 ? 'bad' : stateOfLag(worker.lagSeconds, { warning: 60, bad: 600 }),
    events: stateOfLag(events.lagSeconds, { warning: 30, bad: 300 }),
    mail: ({ off: 'off', answers: 'good', fails: 'bad' } as const)[mail],
    disk: disk.freeBytes < GB ? 'bad' : disk.freeBytes < 5 * GB ? 'warning' : 'good',
    deadLetters: deadLetters.open > 0 ? 'warning' : 'good',
    backups,
  };
}

/** The worst of all. */
export function overallOf(states: Readonly<Record<CheckName, CheckState>>): Exclude<CheckState, 'off'> {
  const all = Object.values(states);
  if (all.includes('bad')) return 'bad';
  return all.includes('warning') ? 'warning' : 'good';
}

function stateOfLag(
  seconds: number,
  from: { readonly warning: number; readonly bad: number },
): 'good' | 'warning' | 'bad' {
  if (seconds >= from.bad) return 'bad';
  return seconds >= from.warning ? 'warning' : 'good';
}
