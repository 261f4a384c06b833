import { parseId } from '../../kernel/index.ts';
import { type ApiKey, createKey, readKeys, revokeKey, SCOPES } from '../../modules/access/index.ts';
import type { Db } from '../../platform/database/index.ts';
import type { CommandContext } from './command.ts';

const USAGE =
  'usage: institor api-key [list | create --name NAME --scopes A,B [--days N] | revoke ID]\n' +
  `scopes: all ${Object.keys(SCOPES).join(' ')}\n`;

/** Lists the API's keys, makes one and shows its secret once, or revokes one. */
export async function apiKeyCommand(context: CommandContext, args: readonly string[]): Promise<number> {
  const { connection } = await context.open();
  const [verb = 'list', ...words] = args;
  if (verb === 'list' && words.length === 0) return listKeys(connection.db, context.out);
  if (verb === 'create') return create(connection.db, context.out, words);
  if (verb === 'revoke' && words.length === 1) return revoke(connection.db, context.out, words[0] ?? '');
  context.out.write(USAGE);
  return 2;
}

async function listKeys(db: Db, out: NodeJS.WritableStream): Promise<number> {
  const keys = await readKeys(db);
  if (keys.length === 0) out.write('No API keys.\n');
  for (const key of keys) out.write(`${lineOf(key)}\n`);
  return 0;
}

function lineOf({ id, name, lastFour, scopes, expiresAt, lastUsedAt, revokedAt }: ApiKey): string {
  const state = revokedAt ? `revoked ${revokedAt}` : expiresAt ? `until ${expiresAt}` : 'valid';
  const used = lastUsedAt ? `used ${lastUsedAt}` : 'never used';
  return [id, `ik_…${lastFour}`, name, state, used, scopes.join(' ')].join('  ');
}

async function create(db: Db, out: NodeJS.WritableStream, words: readonly string[]): Promise<number> {
  const options = readOptions(words);
  const { name, scopes, days = '' } = options ?? {};
  if (name === undefined || scopes === undefined || !/^\d{0,4}$/.test(days)) {
    out.write(USAGE);
    return 2;
  }
  const now = Temporal.Now.instant();
  const expiresAt = days === '' ? undefined : now.add({ hours: 24 * Number(days) });
  const wanted = scopes === 'all' ? Object.keys(SCOPES) : scopes.split(',');
  const made = await db
    .transaction()
    .execute((tx) => createKey(tx, { name, scopes: wanted, expiresAt, now }));
  out.write(
    made.ok
      ? `${made.value.secret}\nThis is shown once: keep it where secrets are kept. Id: ${made.value.key.id}\n`
      : `${made.refusal.message}\n`,
  );
  return made.ok ? 0 : 1;
}

type Options = { readonly name?: string; readonly scopes?: string; readonly days?: string };

/** `--name Warehouse --scopes stock:read`; `undefined` for a word that is none of them. */
function readOptions(words: readonly string[]): Options | undefined {
  const found = new Map<string, string>();
  for (let index = 0; index < words.length; index += 2) {
    const [option, value] = [words[index], words[index + 1]];
    if (option === undefined || value === undefined || !/^--(name|scopes|days)$/.test(option))
      return undefined;
    found.set(option.slice(2), value);
  }
  return Object.fromEntries(found);
}

async function revoke(db: Db, out: NodeJS.WritableStream, text: string): Promise<number> {
  const id = parseId<'api_key'>(text);
  const now = Temporal.Now.instant();
  const done = id && (await db.transaction().execute((tx) => revokeKey(tx, { id, now })));
  out.write(done?.ok ? 'Revoked.\n' : `There is no API key ${text}.\n`);
  return done?.ok ? 0 : 1;
}
