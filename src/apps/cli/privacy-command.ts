import { ANALYTICS_MODES, readAnalyticsMode, saveAnalyticsMode } from '../../modules/markets/index.ts';
import type { Connection } from '../../platform/database/index.ts';
import type { CommandContext } from './command.ts';

const SAYS = {
  cookieless: 'Visits are counted with nothing on the visitor’s device; nobody is asked.\n',
  ask: 'Visitors are asked whether their browser may be known again; until they agree it is not.\n',
} as const;

type Context = {
  readonly out: CommandContext['out'];
  readonly open: () => Promise<{ readonly connection: Connection }>;
};

/** Shows or changes how visits are counted. */
export async function privacyCommand(
  { open, out }: Context,
  [word, ...more]: readonly string[],
): Promise<number> {
  const mode = ANALYTICS_MODES.find((each) => each === word);
  if (more.length > 0 || (word !== undefined && mode === undefined)) {
    out.write(`usage: institor privacy [${ANALYTICS_MODES.join(' | ')}]\n`);
    return 2;
  }
  const { db } = (await open()).connection;
  if (mode !== undefined) await db.transaction().execute((tx) => saveAnalyticsMode(tx, mode));
  out.write(SAYS[mode ?? (await readAnalyticsMode(db))]);
  return 0;
}
