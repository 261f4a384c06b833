import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { expectOk } from '../../../kernel/index.ts';
import type { ReportAnswer } from '../reports/answer.ts';
import type { ReportParameters } from '../reports/report.ts';
import { runReport } from '../reports/run-report.ts';
import { type Analytics, openAnalytics } from '../warehouse/open-analytics.ts';
import { moment, type Planted, type PlantedEvent, plantedSources } from './planted.ts';

export const NOW = moment('2026-11-27T12:00:00Z');

/** A warehouse of what is planted, fed; gone when the test file ends. */
export async function aWarehouse(
  plant: (planted: Planted) => void | Promise<void>,
  { zone = 'Europe/Berlin' }: { readonly zone?: string } = {},
): Promise<Analytics & { readonly planted: Planted }> {
  const folder = await mkdtemp(join(tmpdir(), 'institor-warehouse-'));
  const planted = plantedSources(folder);
  await plant(planted);
  const path = join(folder, 'warehouse');
  const analytics = await openAnalytics({ folder: path, sources: planted.sources, zone, memoryMb: 256 });
  after(async () => {
    await analytics.close();
    await rm(folder, { recursive: true, force: true });
  });
  await analytics.feed(NOW);
  return { ...analytics, planted };
}

export function span(from: string, to: string): ReportParameters['span'] {
  return { from: Temporal.PlainDate.from(from), to: Temporal.PlainDate.from(to) };
}

/** The rows of a report as lines of these values, dimensions and currency first: easy to write down by hand. */
export async function linesOf(
  analytics: Analytics,
  report: string,
  parameters: ReportParameters,
  measures: readonly string[],
): Promise<{ readonly rows: string[]; readonly totals: string[]; readonly answer: ReportAnswer }> {
  const answer = expectOk(await runReport(analytics, report, parameters));
  const line = ({ of, currency, values }: ReportAnswer['rows'][number]) =>
    [...Object.values(of), currency ?? '', ...measures.map((id) => values[id])].map(String).join(' ');
  return { rows: answer.rows.map(line), totals: answer.totals.map(line), answer };
}

/** A visit: events a minute apart, by their names. */
export function aVisit(
  visitor: string,
  at: string,
  names: readonly string[],
  more: Omit<PlantedEvent, 'id' | 'at' | 'name'> = {},
): PlantedEvent[] {
  return names.map((name, minute) => {
    const { order_id: order, ...about } = more;
    const bought = name === 'purchase' && order !== undefined ? { order_id: order } : {};
    const when = moment(at).add({ minutes: minute }).toString();
    return { id: `${visitor}/${minute}`, at: when, name, visitor, ...about, ...bought };
  });
}
