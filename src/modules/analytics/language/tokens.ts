/** A piece of a query's text: where it stands, and what it says. */
export type Token = {
  readonly kind: 'word' | 'text' | 'open text' | 'number' | 'date' | 'sign' | 'unknown' | 'end';
  /** As it is written. */
  readonly raw: string;
  /** What it says: of a text, without its quotation marks. */
  readonly text: string;
  readonly at: number;
};

const PATTERNS: readonly (readonly [Token['kind'], RegExp])[] = [
  ['date', /\d{4}-\d{2}-\d{2}(?![\w.-])/y],
  ['number', /-?\d+(\.\d+)?%?(?![\w.])/y],
  ['word', /[a-zA-Z_]\w*/y],
  ['text', /'(?:[^'\0]|'')*'/y],
  ['open text', /'(?:[^'\0]|'')*$/y],
  ['sign', /!=|<>|>=|<=|[=<>(),]/y],
  // A run of what nothing begins with.
  ['unknown', /[^\s\w'()=<>,]+|\S/y],
];

/** The pieces of a text, and its end; nothing of it is lost but the spaces between. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    at += /^\s*/.exec(text.slice(at))?.[0].length ?? 0;
    if (at >= text.length) break;
    const token = tokenAt(text, at);
    tokens.push(token);
    at += token.raw.length;
  }
  return [...tokens, { kind: 'end', raw: '', text: '', at: text.length }];
}

function tokenAt(text: string, at: number): Token {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at;
    const raw = pattern.exec(text)?.[0];
    if (raw !== undefined) return { kind, raw, text: saidBy(kind, raw), at };
  }
  throw new RangeError('every character begins something');
}

function saidBy(kind: Token['kind'], raw: string): string {
  if (kind === 'text') return raw.slice(1, -1).replaceAll("''", "'");
  return kind === 'open text' ? raw.slice(1).replaceAll("''", "'") : raw;
}

/** A text in its quotation marks. */
export function quotedText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
