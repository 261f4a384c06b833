import { parseArgs } from 'node:util';
import type { ScenarioOptions } from './scenario.ts';

export type BenchArguments = {
  /** None: all. */
  readonly names: readonly string[];
  readonly options: ScenarioOptions;
  readonly runs: number;
  /** Where the figures are written as JSON. */
  readonly json: string | undefined;
};

export const USAGE =
  'usage: npm run bench -- [names…] [--size PRODUCTS] [--connections N] [--seed N] [--runs N] [--json FILE]';

/** Reads the command line; a RangeError names what is wrong. */
export function readArguments(given: readonly string[]): BenchArguments {
  const { values, positionals } = parseArgs({
    args: [...given],
    allowPositionals: true,
    options: {
      size: { type: 'string' },
      connections: { type: 'string' },
      seed: { type: 'string' },
      runs: { type: 'string' },
      json: { type: 'string' },
    },
  });
  const products = whole('size', values.size, 1_000_000);
  const connections = whole('connections', values.connections, 1_000);
  const seed = whole('seed', values.seed, 2 ** 31);
  return {
    names: positionals,
    options: {
      ...(products === undefined ? {} : { products }),
      ...(connections === undefined ? {} : { connections }),
      ...(seed === undefined ? {} : { seed }),
    },
    runs: whole('runs', values.runs, 100) ?? 3,
    json: values.json,
  };
}

function whole(name: string, text: string | undefined, most: number): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= most) return value;
  throw new RangeError(`--${name} is a whole number from 1 to ${most}, not "${text}"`);
}
