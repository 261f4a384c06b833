type Part = string | number;

/** A value of a body, and where it stands: `['lines', 0, 'quantity']`. */
export type Mutation = {
  readonly path: readonly Part[];
  /** What is wrong, for the message of a failure. */
  readonly what: string;
  /** What stands there, as JSON. */
  readonly raw: string;
  /** The whole body, wrong in this alone. */
  readonly body: unknown;
};

const RAW: readonly (readonly [string, string])[] = [
  ['negative', '-1'],
  ['huge', '1e308'],
  ['beyond any number', '1e999'],
  ['fractional', '0.5'],
  ['NaN as a text', '"NaN"'],
  ['a long text', JSON.stringify('x'.repeat(50_000))],
  ['a NUL', '"a\\u0000b"'],
  ['half a character', '"\\ud800"'],
  ['an object', '{"a":1}'],
  ['nested', `${'['.repeat(30)}${']'.repeat(30)}`],
  ['null', 'null'],
  ['a truth', 'true'],
];

/** Every way in which each field of this body is made wrong, and every name that is not its own put in. */
export function mutationsOf(body: unknown): Mutation[] {
  return [...spotsOf(body, [])].flatMap(([path, value]) => [
    ...(path.length === 0 ? [] : RAW.map(([what, raw]) => mutation(body, path, what, raw))),
    ...(isRecord(value)
      ? ['__proto__', 'constructor', 'unknown', 'isAdmin'].map((name) =>
          mutation(body, [...path, name], `the name ${name}`, '{"a":1}'),
        )
      : []),
  ]);
}

/** The body that is wrong in all of these, as JSON. None of them lies within another. */
export function textOf(body: unknown, wrong: readonly Pick<Mutation, 'path' | 'raw'>[]): string {
  const mark = (index: number) => `\u2063mark ${index}\u2063`;
  const marked = wrong.reduce<unknown>((value, { path }, index) => withAt(value, path, mark(index)), body);
  return wrong.reduce(
    (text, { raw }, index) => text.replace(JSON.stringify(mark(index)), () => raw),
    JSON.stringify(marked),
  );
}

/** As an answer names it: `lines[0].quantity`. */
export function fieldOf(path: readonly Part[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`))
    .join('')
    .replace(/^\./, '');
}

function mutation(body: unknown, path: readonly Part[], what: string, raw: string): Mutation {
  return { path, what, raw, body: JSON.parse(textOf(body, [{ path, raw }])) };
}

function* spotsOf(value: unknown, path: readonly Part[]): Generator<[readonly Part[], unknown]> {
  yield [path, value];
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* spotsOf(item, [...path, index]);
  } else if (isRecord(value)) {
    for (const [name, item] of Object.entries(value)) yield* spotsOf(item, [...path, name]);
  }
}

function withAt(value: unknown, [part, ...rest]: readonly Part[], put: unknown): unknown {
  if (part === undefined) return put;
  if (Array.isArray(value))
    return value.map((item, index) => (index === part ? withAt(item, rest, put) : item));
  const entries = Object.entries(Object(value));
  const others = entries.filter(([name]) => name !== part);
  const inner = entries.find(([name]) => name === part)?.[1];
  // A name such as __proto__ becomes a field like any other.
  return Object.defineProperty(Object.fromEntries(others), part, {
    ...{ value: withAt(inner, rest, put), enumerable: true, configurable: true, writable: true },
  });
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
