import type { Summary } from './summary.ts';

/** The figures of one scenario as lines of a table, names to the left, numbers to the right. */
export function tableOf(name: string, figures: Readonly<Record<string, Summary>>): string {
  const rows = Object.entries(figures).map(([figure, { median, spread, runs }]) => {
    const about = runs.length > 1 && spread > 0 ? `± ${Math.round(spread * 100)} %` : '';
    return [words(figure), readable(median), about] as const;
  });
  const width = Math.max(...rows.map(([label]) => label.length), name.length);
  const lines = rows.map(
    ([label, value, about]) => `  ${label.padEnd(width)}  ${value.padStart(12)}  ${about}`,
  );
  return [name, ...lines].join('\n');
}

function words(figure: string): string {
  return figure.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
}

function readable(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : 2;
  return value.toLocaleString('en', { maximumFractionDigits: digits });
}
