import type { Totals } from '../../model/index.ts';

/** The sum with everything in it, as a list that reads as one. */
export function TotalsTable({ totals }: { totals: Totals }) {
  return (
    <div class="totals">
      <dl>
        {totals.rows.map(({ label, amount, kind }) => (
          <div class={`total-row total-${kind}`}>
            <dt>{label}</dt>
            <dd>{amount.text}</dd>
          </div>
        ))}
        <div class="total-row total-sum">
          <dt>{totals.total.label}</dt>
          <dd data-total={totals.total.amount.decimal}>{totals.total.amount.text}</dd>
        </div>
      </dl>
      {totals.notes.map((note) => (
        <p class="quiet">{note}</p>
      ))}
    </div>
  );
}
