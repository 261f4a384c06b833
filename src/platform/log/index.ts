import { pino } from 'pino';

export type Log = import('pino').Logger;

// Names under which a secret or a person's data could be logged by mistake.
const HIDDEN = [
  'password',
  'token',
  'secret',
  'authorization',
  'cookie',
  'email',
  '*.password',
  '*.token',
  '*.secret',
  '*.authorization',
  '*.cookie',
  '*.email',
  'req.headers.authorization',
  'req.headers.cookie',
];

// A line a request, each written on its own, is as much work as answering a small request. Lines wait together for a
// moment, never beyond the process's end: only a kill takes the last of them.
const TOGETHER = { minLength: 8_192, periodicFlush: 100, sync: false };

/** Logs lines of JSON to standard output; `destination` for tests. */
export function makeLog(level: string, destination?: { write(line: string): void }): Log {
  const options = { level, redact: { paths: HIDDEN, censor: '(hidden)' }, base: { pid: process.pid } };
  return pino(options, destination ?? pino.destination(TOGETHER));
}
