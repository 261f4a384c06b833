import type { ProductPage } from '../../model/index.ts';

export function SizeTable({ table }: { table: NonNullable<ProductPage['sizeTable']> }) {
  return (
    // A wide table scrolls by itself, by keyboard too, so that the page never does.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus to do so by keyboard
    <section class="table-room" tabIndex={0} aria-label={table.title}>
      <table>
        <caption>{table.title}</caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th scope="col">{column}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr>{row.map((cell, index) => (index === 0 ? <th scope="row">{cell}</th> : <td>{cell}</td>))}</tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
