import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Result, refuse } from '../../kernel/index.ts';
import {
  analyticsClient,
  askForFile,
  askOf,
  exportAnswer,
  FILE_FORMATS,
  type FileFormat,
  parseQuery,
  printQuery,
} from '../../modules/analytics/index.ts';
import { readShop } from '../../modules/markets/index.ts';
import type { Backstage } from '../../platform/open.ts';
import type { CommandContext } from './command.ts';

const USAGE = `usage: institor ask "SHOW net_sales GROUP BY channel" [--format ${FILE_FORMATS.join('|')}] [--out FILE]\n`;

type Context = Pick<CommandContext, 'out'> & {
  readonly config: Pick<CommandContext['config'], 'INSTITOR_DATA' | 'ANALYTICS_URL'>;
  readonly open: () => Promise<Pick<Backstage, 'connection' | 'secrets'>>;
};

/** Answers a query of docs/explore.md: on the terminal as CSV, or as a file. */
export async function askCommand(context: Context, args: readonly string[]): Promise<number> {
  const { out } = context;
  const asked = askedIn(args);
  if (asked === undefined) {
    out.write(USAGE);
    return 2;
  }
  const made = await answered(context, asked);
  if (!made.ok) {
    out.write(`${made.refusal.message}\n`);
    return 1;
  }
  if (asked.file === undefined) out.write(made.value);
  else {
    await writeFile(asked.file, made.value);
    out.write(`Written to ${asked.file}.\n`);
  }
  return 0;
}

type Asked = { readonly text: string; readonly format: FileFormat; readonly file: string | undefined };

function askedIn(args: readonly string[]): Asked | undefined {
  const options = { format: { type: 'string' }, out: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({
    args: [...args],
    options,
    allowPositionals: true,
    strict: false,
  });
  const [text, ...more] = positionals;
  const file = typeof values.out === 'string' ? values.out : undefined;
  const named = values.format ?? (file === undefined ? 'csv' : file.split('.').at(-1));
  const format = FILE_FORMATS.find((one) => one === named);
  const isShown = format === 'csv' || file !== undefined;
  return text === undefined || more.length > 0 || format === undefined || !isShown
    ? undefined
    : { text, format, file };
}

async function answered({ config, open }: Context, { text, format }: Asked): Promise<Result<Buffer>> {
  const query = parseQuery(text);
  if (!query.ok) {
    const { message, at } = query.refusal;
    return refuse('invalid_query', `${text}\n${' '.repeat(at)}^ ${message}`);
  }
  const { connection, secrets } = await open();
  const { timeZone } = await readShop(connection.db);
  const ask = askOf(query.value, Temporal.Now.plainDateISO(timeZone));
  const folder = join(config.INSTITOR_DATA, 'warehouse');
  const answer = await analyticsClient({ folder, url: config.ANALYTICS_URL, secrets }).runAsk(
    askForFile(ask, format),
  );
  if (!answer.ok) return answer;
  if (answer.value.isCut && ask.limit === undefined) {
    return refuse('too_many_rows', 'the answer has more rows than such a file: filter it, or give a LIMIT');
  }
  return {
    ok: true,
    value: await exportAnswer(answer.value, { format, query: printQuery(query.value), language: 'en' }),
  };
}
