import type { CurrencyCode } from '../../kernel/index.ts';
import type { Mapping } from './formats/mapping.ts';
import type { FormatName } from './formats/order-format.ts';
import type { LineClass } from './history-line.ts';

/** What lines of one class and currency came to. */
export type ClassSum = {
  readonly currency: CurrencyCode;
  readonly class: LineClass;
  readonly lines: number;
  readonly amountMillionths: bigint;
};

/** What an import brought in, counted from its lines. */
export type Summary = {
  readonly lines: number;
  readonly documents: number;
  readonly refunds: number;
  /** Of the refunds, those of which it is known what they take back. */
  readonly linkedRefunds: number;
  readonly skus: number;
  readonly customers: number;
  readonly countries: number;
  readonly firstDay: Temporal.PlainDate | undefined;
  readonly lastDay: Temporal.PlainDate | undefined;
  readonly sums: readonly ClassSum[];
};

/** An import as it is kept. */
export type HistoryImport = {
  readonly id: number;
  readonly fileName: string;
  readonly digest: string;
  readonly format: FormatName;
  /** Whose numbers its documents have. */
  readonly origin: string;
  readonly mapping: Mapping;
  readonly zone: string;
  readonly importedAt: Temporal.Instant;
  readonly summary: Summary;
};

/** Net sales by currency: all lines but tax, exact. */
export function netSales(sums: readonly ClassSum[]): ReadonlyMap<CurrencyCode, bigint> {
  const net = new Map<CurrencyCode, bigint>();
  for (const sum of sums) {
    if (sum.class !== 'tax') net.set(sum.currency, (net.get(sum.currency) ?? 0n) + sum.amountMillionths);
  }
  return net;
}
