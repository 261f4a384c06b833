import { describeConfig } from '../../platform/config/index.ts';
import { hasLimitedRights } from '../../platform/database/index.ts';
import { readDeadLetters } from '../../platform/jobs/index.ts';
import type { CommandContext } from './command.ts';

/** Prints every setting, opens what the shop stands on, and says what it found. */
export async function doctorCommand(context: CommandContext): Promise<number> {
  const { config, environment, out } = context;
  out.write(`Settings\n  ${describeConfig(config, environment).join('\n  ')}\n\n`);
  const { about, migrated, connection } = await context.open();
  out.write(`Database      ${about}; ${migrated.length} migrations ran now\n`);
  out.write(`Rights        ${(await hasLimitedRights(connection.db)) ? LIMITED : UNLIMITED}\n`);
  const letters = await readDeadLetters(connection.db);
  out.write(`Dead letters  ${letters.length}${letters.length > 0 ? ': see institor dead-letters' : ''}\n`);
  return letters.length > 0 ? 1 : 0;
}

const LIMITED = 'the shop can add to the ledger and to histories, and change nothing in them';
const UNLIMITED =
  'the shop works as the owner of its tables: triggers alone keep the ledger and histories from being changed.\n' +
  '              Let the user of DATABASE_URL make roles (CREATEROLE), or make the role institor_app and grant it to it.';
