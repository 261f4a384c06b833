import { toDecimal } from '../../kernel/index.ts';
import { exactText, netSales, roundedMoney, type Summary } from '../../modules/history/index.ts';

const WIDTH = 22;

/** `9747747.934` as `9,747,747.934`. */
export function grouped(decimal: string): string {
  const [whole = '', places] = decimal.split('.');
  const text = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return places === undefined ? text : `${text}.${places}`;
}

/** What an import brought in: counts, then what each class came to, then net sales, exact and rounded. */
export function summaryLines(summary: Summary): string[] {
  const count = (number: number) => grouped(String(number));
  const { firstDay, lastDay, refunds, linkedRefunds, sums } = summary;
  const row = (name: string, text: string) => `  ${name.padEnd(WIDTH)}${text}`;
  return [
    row('days', `${firstDay ?? ''} to ${lastDay ?? ''}`),
    row('lines', count(summary.lines)),
    row('documents', count(summary.documents)),
    row('refund lines', `${count(refunds)}, with what they take back: ${count(linkedRefunds)}`),
    row('SKUs', count(summary.skus)),
    row('customers', count(summary.customers)),
    row('countries', count(summary.countries)),
    ...sums.map(({ currency, class: name, lines, amountMillionths }) =>
      row(`${currency} ${name}`, `${grouped(exactText(amountMillionths))} (lines: ${count(lines)})`),
    ),
    ...[...netSales(sums)].map(([currency, amount]) => {
      const rounded = grouped(toDecimal(roundedMoney(amount, currency)));
      return row(`${currency} net sales`, `${rounded} (exactly ${grouped(exactText(amount))})`);
    }),
  ];
}
