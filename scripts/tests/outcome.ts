/** What became of the tests of a file. */
export type Outcome = {
  /** From the project's folder on. */
  readonly file: string;
  readonly passed: readonly Told[];
  readonly failures: readonly Failure[];
  /** Named with the reason, if one was given. */
  readonly skipped: readonly string[];
  /** What tests said of themselves, figures mostly. */
  readonly notes: readonly string[];
  readonly ms: number;
  /** Of the process of the tests alone. */
  readonly processorMs: number;
};

export type Told = { readonly name: string; readonly ms: number };
export type Failure = { readonly name: string; readonly error: string };

/** A line a file, and all that failed in it. */
export function told(outcome: Outcome): string {
  const { file, passed, failures, skipped, notes, ms } = outcome;
  const count = passed.length + failures.length;
  const mark = failures.length > 0 ? '✖' : '✔';
  return [
    `${mark} ${file} (${count} ${count === 1 ? 'test' : 'tests'}, ${seconds(ms)})`,
    ...notes.map((note) => `  ℹ ${note}`),
    ...skipped.map((name) => `  ﹣ ${name}`),
    ...failures.map(inFull),
  ].join('\n');
}

/** A line a test. */
export function toldInFull(outcome: Outcome): string {
  const passed = outcome.passed.map(({ name, ms }) => `  ✔ ${name} (${ms.toFixed(0)} ms)`);
  const [title = '', ...rest] = told(outcome).split('\n');
  return [title, ...passed, ...rest].join('\n');
}

const SLOWEST = 12;

/** What is said last: where the time went, how many tests there were, and once more what failed. */
export function verdict(
  outcomes: readonly Outcome[],
  { unsteady, ms }: { readonly unsteady: readonly string[]; readonly ms: number },
): string {
  const countOf = (what: 'passed' | 'failures' | 'skipped') =>
    outcomes.reduce((sum, outcome) => sum + outcome[what].length, 0);
  // Of a few files all is still on the screen.
  const shown = outcomes.length > SLOWEST ? outcomes : [];
  const slowest = shown.toSorted((one, other) => other.ms - one.ms).slice(0, SLOWEST);
  const failed = shown.filter(({ failures }) => failures.length > 0);
  return [
    ...(slowest.length > 0 ? ['', 'The slowest files:'] : []),
    ...slowest.map(slow),
    ...(failed.length > 0 ? ['', 'Failed:'] : []),
    ...failed.flatMap(({ file, failures }) => [file, ...failures.map(inFull)]),
    ...(unsteady.length > 0 ? ['', `Unsteady, to be mended: ${unsteady.join(', ')}`] : []),
    '',
    `${countOf('passed')} passed, ${countOf('failures')} failed, ${countOf('skipped')} skipped in ${seconds(ms)}`,
  ].join('\n');
}

function slow({ file, ms, processorMs }: Outcome): string {
  return `  ${seconds(ms).padStart(8)}  ${file} (${seconds(processorMs)} of it computing)`;
}

function inFull({ name, error }: Failure): string {
  return [`  ✖ ${name}`, ...error.split('\n').map((line) => `      ${line}`)].join('\n');
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
