export type Delimiter = ',' | ';' | '\t' | '|';

const CANDIDATES: readonly Delimiter[] = [',', ';', '\t', '|'];
const LOOK_AT_LINES = 50;

/**
 * The delimiter that cuts the lines of `sample` into equally many columns most often; quoted text is ignored,
 * so commas inside descriptions do not vote. A first line `sep=;`, as Excel writes it, decides by itself.
 */
export function sniffDelimiter(sample: string): Delimiter {
  const said = /^sep=([,;\t|])\r?\n/i.exec(sample)?.[1];
  const named = CANDIDATES.find((candidate) => candidate === said);
  if (named) return named;
  const lines = unquotedLines(sample);
  let best: { delimiter: Delimiter; score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of CANDIDATES) {
    const score = scoreOf(lines, delimiter);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

// Columns of the header, weighted by how many of the following lines have as many.
function scoreOf(lines: readonly string[], delimiter: Delimiter): number {
  const counts = lines.map((line) => line.split(delimiter).length - 1);
  const header = counts[0] ?? 0;
  if (header === 0) return 0;
  const alike = counts.filter((count) => count === header).length / counts.length;
  return header * (0.2 + alike);
}

// The last line may be cut by the end of the sample, so it does not vote unless it is the only one.
function unquotedLines(sample: string): string[] {
  const bare = sample.replace(/"(?:[^"]|"")*("|$)/g, '');
  const lines = bare.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  const whole = lines.length > 1 ? lines.slice(0, -1) : lines;
  return whole.slice(0, LOOK_AT_LINES);
}
