import { Text } from '@mantine/core';
import styles from '../shipping.module.css';
import { shippingWords } from '../words.ts';
import type { CarrierGrid } from './carrier-grid.ts';

/** What was pasted, as it was understood, with what is wrong at its place. */
export function GridPreview({ grid: { cells, problems } }: { readonly grid: CarrierGrid }) {
  const t = shippingWords();
  const wrongAt = (row: number, column: number) =>
    problems.find((one) => one.row === row && one.column === column)?.kind;
  const [head = [], ...rows] = cells;
  const width = Math.max(head.length, ...rows.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, column) => column);
  return (
    <>
      {problems.length > 0 && (
        <Text size="sm" c="var(--bad)" role="status">
          {[...new Set(problems.map(({ kind }) => t.gridProblems[kind]))].join(' ')}
        </Text>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={t.understood}>
        <table className={styles.grid}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col" data-wrong={wrongAt(0, column)}>
                  {head[column] || t.weights}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index}>
                {columns.map((column) => (
                  <td key={column} data-wrong={wrongAt(index + 1, column)}>
                    {row[column] || '–'}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
