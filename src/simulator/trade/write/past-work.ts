import { askForAgreement } from '../../../modules/analytics/index.ts';
import { askForForecasts } from '../../../modules/forecasting/index.ts';
import { readShop } from '../../../modules/markets/index.ts';
import type { Connection } from '../../../platform/database/index.ts';
import type { Job } from '../../../platform/jobs/index.ts';
import { type WorkKind, workJob } from '../../../platform/work/index.ts';
import { TRUTHS, type Truths } from '../truths.ts';
import { pastWork } from './past-kind.ts';
import { demoBegan, notePastEnded, readPast } from './past-store.ts';
import type { WritePast } from './write-apart.ts';

/** How long the warehouse takes to read the past. */
const READ_AFTER_MINUTES = [3, 15];

/** The work that gives the demo shop its past. What draws it is loaded when it begins. */
export function pastJobs(
  connection: Connection,
  { truths = TRUTHS, write = writeHere }: { readonly truths?: Truths; readonly write?: WritePast } = {},
): readonly Job[] {
  return [workJob(kindOn(connection, truths, write))];
}

const writeHere: WritePast = async (deps, input) => (await import('./write-past.ts')).writePast(deps, input);

function kindOn(connection: Connection, truths: Truths, write: WritePast): WorkKind<object> {
  return {
    ...pastWork,
    run: async ({ db, files, now, report }) => {
      const past = await readPast(db);
      if (past === undefined || (await demoBegan(db)) === undefined) return { result: {} };
      const { removePast } = await import('./remove-past.ts');
      const { putNotes } = await import('./past-notes.ts');
      const written = await write({ connection, files }, { past, truths, now, report });
      // Half a past is none. Somebody may also have taken the demo out meanwhile, and found only what was there by then.
      if (written === undefined || (await demoBegan(db)) === undefined) {
        await db.transaction().execute((tx) => removePast(tx, now));
        return { result: {} };
      }
      const { timeZone: zone } = await readShop(db);
      await db.transaction().execute(async (tx) => {
        const notes = past.endedAt ? past.notes : await putNotes(tx, { truths, past, zone, now });
        const ended = Temporal.Now.instant();
        await notePastEnded(tx, { notes, now: ended });
        // Made anew is only what changed: the second time is for a machine on which reading takes longer.
        for (const minutes of READ_AFTER_MINUTES) {
          await askForForecasts(tx, ended.add({ minutes }));
          await askForAgreement(tx, ended.add({ minutes }));
        }
      });
      return { result: written };
    },
  };
}
