import type { ClipboardEvent, KeyboardEvent } from 'react';
import { percentOf } from '../../../../platform/cockpit/text/index.ts';
import { pastedCells } from '../cell.ts';
import type { Pace } from '../kpis.ts';
import { isNow, periodText, shortPeriod } from '../period-text.ts';
import { targetWords } from '../words.ts';
import { cellKey, rowKey, rowOf, type SheetRow } from './rows.ts';
import styles from './sheet.module.css';
import type { Sheet } from './use-sheet.ts';

type Shown = {
  readonly sheet: Sheet;
  readonly rows: readonly SheetRow[];
  readonly periods: readonly string[];
  readonly paces: readonly Pace[];
  readonly nameOf: (row: SheetRow) => string;
  readonly isReadOnly: boolean;
  /** `2026-11-27` */
  readonly today: string;
};

/** Cells to type over; what is pasted fills from the cell that it is pasted into. Arrows and Enter go up and down. */
export function SheetTable({ sheet, rows, periods, paces, nameOf, isReadOnly, today }: Shown) {
  const t = targetWords();
  const done = new Map(paces.map((pace) => [cellKey(rowOf(pace), pace.period), pace]));
  const paste = (event: ClipboardEvent, top: number, left: number) => {
    const cells = pastedCells(event.clipboardData.getData('text/plain'));
    if (cells.length === 1 && cells[0]?.length === 1) return;
    event.preventDefault();
    sheet.type(
      cells.flatMap((line, down) =>
        line.flatMap((typed, right) => {
          const [row, period] = [rows[top + down], periods[left + right]];
          return row === undefined || period === undefined ? [] : [{ row, period, typed: typed.trim() }];
        }),
      ),
    );
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section className={styles.scroll} aria-label={t.title} tabIndex={0}>
      <table className={styles.sheet} data-columns={periods.length}>
        <thead>
          <tr>
            <th scope="col">{t.sheet.number}</th>
            {periods.map((period) => (
              <th key={period} scope="col" data-align="end" data-now={isNow(period, today) || undefined}>
                {shortPeriod(period)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, down) => (
            <tr key={rowKey(row)}>
              <th scope="row">
                <span className={styles.kpi}>{t.kpis[row.kpi]}</span>
                <span className={styles.where}>{nameOf(row)}</span>
              </th>
              {periods.map((period, right) => (
                <td key={period} data-align="end">
                  <input
                    className={styles.cell}
                    aria-label={t.sheet.cell(`${t.kpis[row.kpi]}, ${nameOf(row)}`, periodText(period))}
                    aria-invalid={sheet.isWrong(row, period) || undefined}
                    data-changed={sheet.isChanged(row, period) || undefined}
                    inputMode="decimal"
                    autoComplete="off"
                    readOnly={isReadOnly}
                    value={sheet.textOf(row, period)}
                    onChange={({ currentTarget }) =>
                      sheet.type([{ row, period, typed: currentTarget.value }])
                    }
                    onFocus={({ currentTarget }) => currentTarget.select()}
                    onPaste={(event) => !isReadOnly && paste(event, down, right)}
                    onKeyDown={goUpAndDown}
                  />
                  <Done of={done.get(cellKey(row, period))} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** How much of it came, of a period that is over. */
function Done({ of: pace }: { readonly of: Pace | undefined }) {
  const isOver = pace?.state === 'reached' || pace?.state === 'missed';
  if (!isOver || pace.actual === null) return null;
  return (
    <span className={styles.done} data-tone={pace.state === 'reached' ? 'good' : 'bad'}>
      {targetWords().sheet.done(percentOf(Number(pace.actual) / Number(pace.amount), 0))}
    </span>
  );
}

function goUpAndDown(event: KeyboardEvent<HTMLInputElement>): void {
  const isUp = event.key === 'ArrowUp' || (event.key === 'Enter' && event.shiftKey);
  if (!isUp && event.key !== 'ArrowDown' && event.key !== 'Enter') return;
  event.preventDefault();
  const cell = event.currentTarget.closest('td');
  const line = cell?.closest('tr');
  const next = isUp ? line?.previousElementSibling : line?.nextElementSibling;
  const column = cell && line ? Array.from(line.children).indexOf(cell) : -1;
  next?.children[column]?.querySelector('input')?.focus();
}
