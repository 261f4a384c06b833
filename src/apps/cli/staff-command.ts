import { firstOwnerLink, recoveryLink } from '../../modules/staff/index.ts';
import type { Backstage } from '../../platform/open.ts';
import type { CommandContext } from './command.ts';

type Context = Pick<CommandContext, 'config' | 'out'> & {
  readonly open: () => Promise<Pick<Backstage, 'connection'>>;
};

const USAGE = 'usage: institor staff link [--member MAIL]\n';

/** Makes a link into the cockpit, for whoever may use this machine. */
export async function staffLinkCommand(context: Context, args: readonly string[]): Promise<number> {
  const { config, out } = context;
  const [option, email, ...more] = args;
  if (more.length > 0 || (option !== undefined && (option !== '--member' || email === undefined))) {
    out.write(USAGE);
    return 2;
  }
  const { connection } = await context.open();
  const now = Temporal.Now.instant();
  const address = config.BASE_URL ?? `http://localhost:${config.PORT}`;
  if (email === undefined) {
    const path = await connection.db.transaction().execute((tx) => firstOwnerLink(tx, { now }));
    out.write(
      path === undefined
        ? 'The shop has an owner. For a member who lost every way to sign in: --member MAIL\n'
        : `Become the owner, once, within a day: ${address}${path}\n`,
    );
    return path === undefined ? 1 : 0;
  }
  const made = await connection.db.transaction().execute((tx) => recoveryLink(tx, { email, now }));
  out.write(
    made.ok
      ? `Once, within a day; the old ways to sign in go when it is used: ${address}${made.value}\n`
      : `${made.refusal.message}\n`,
  );
  return made.ok ? 0 : 1;
}
