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

/** Logs lines of JSON to standard output; `destination` for tests. */
export function makeLog(level: string, destination?: { write(line: string): void }): Log {
  const options = { level, redact: { paths: HIDDEN, censor: '(hidden)' }, base: { pid: process.pid } };
  return destination ? pino(options, destination) : pino(options);
}
