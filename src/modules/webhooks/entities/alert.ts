import { z } from 'zod';
import { parseId } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import { readFiring } from '../../reporting/index.ts';
import { publicJson } from '../public-json.ts';

const ABOUT = z.object({ alertId: z.string(), firingId: z.string() });

/** Which number, what it was then and what was usual, in the currency's unit; `firing` is null where its past is forgotten. */
export async function readToldAlert(db: Db, given: unknown): Promise<unknown> {
  const about = ABOUT.parse(given);
  const id = parseId<'report_firing'>(about.firingId);
  const found = id && (await readFiring(db, id));
  if (found === undefined) return { ...about, firing: null };
  const { name, query, rule, grain } = found.alert;
  const { alertId: _, id: __, tellAt: ___, toldAt: ____, endingToldAt: _____, ...firing } = found.firing;
  return { ...about, alert: { name, query, rule, grain }, firing: publicJson(firing, undefined) };
}
