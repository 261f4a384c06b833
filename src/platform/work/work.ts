import type { Readable } from 'node:stream';
import type { Id } from '../../kernel/index.ts';
import type { JobContext } from '../jobs/index.ts';

export type WorkId = Id<'work'>;
/** Who began work that nobody asked for: it is the shop's own. */
export const BY_THE_SHOP = 'shop';

export type WorkState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

/** Long work as it is shown to who waits for it. */
export type Work = {
  readonly id: WorkId;
  readonly kind: string;
  readonly title: string;
  readonly state: WorkState;
  /** Of `total` pieces; a total of 0 is not known yet. */
  readonly done: number;
  readonly total: number;
  /** `staff:…` or `api_key:…` */
  readonly startedBy: string;
  readonly isCancelAsked: boolean;
  /** What was asked for in particular: the filters of an export. */
  readonly asked: Readonly<Record<string, string>>;
  /** What came of it, to be shown in words: `{ changed: 120, refused: 3 }`. */
  readonly result: WorkResult;
  readonly failure: string;
  /** The permission that it can be taken back with; missing where it cannot be, or was already. */
  readonly undoPermission: string | undefined;
  /** The work that it takes back. */
  readonly undoes: WorkId | undefined;
  readonly fileName: string | undefined;
  readonly createdAt: Temporal.Instant;
  readonly endedAt: Temporal.Instant | undefined;
};

export type WorkResult = Readonly<Record<string, string | number>>;

export type WorkOutcome = {
  /** A function is asked when the file has been written. */
  readonly result: WorkResult | (() => WorkResult);
  /** Why it came to nothing, where trying again would not help. */
  readonly failure?: string;
  /** It was cancelled otherwise than by the work. */
  readonly isCancelled?: boolean;
  readonly file?: { readonly name: string; readonly mime: string; readonly content: Buffer | Readable };
};

export type WorkContext = JobContext & {
  readonly workId: WorkId;
  readonly startedBy: string;
  /**
   * Says how far the work is. `false`: it was cancelled, and `run` is to end soon with what it has.
   *
   * @example
   * if (!(await report({ done: 500, total: 20_000 }))) return { result: { changed: 500 } };
   */
  readonly report: (progress: { readonly done: number; readonly total: number }) => Promise<boolean>;
};

/** Thrown by what writes a file when it is cancelled: no part of the file is kept. */
export class WorkStopped extends Error {
  constructor() {
    super('it was stopped');
    this.name = 'WorkStopped';
  }
}

/**
 * A kind of long work. Like every job it may be run again after it was done halfway; what fails is tried again, and
 * is `failed` after the last try.
 */
export type WorkKind<Payload> = {
  /** `module.what`; also the job's name. */
  readonly name: string;
  parse(payload: unknown): Payload;
  run(context: WorkContext, payload: Payload): Promise<WorkOutcome>;
  /** It was cancelled before it began. */
  neverBegan?(context: JobContext, payload: Payload): Promise<void>;
};

declare module '../outbox/events.ts' {
  interface Events {
    /** It began, moved on, or ended. */
    'work.changed': { readonly workId: string };
  }
}
