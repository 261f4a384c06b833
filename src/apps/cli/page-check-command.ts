import { parseArgs } from 'node:util';
import {
  approvePages,
  type Finding,
  readApproval,
  readFindings,
  readLastLook,
  readReports,
} from '../../modules/pagewatch/index.ts';
import type { Connection, Db } from '../../platform/database/index.ts';
import { enqueue } from '../../platform/jobs/index.ts';
import type { CommandContext } from './command.ts';

const USAGE = 'usage: institor page-check [now | approve --look ID --by NAME --why REASON]\n';

type Context = Pick<CommandContext, 'out'> & {
  readonly open: () => Promise<{ readonly connection: Connection }>;
};

/**
 * What is known of the pages where money is paid: how they were last seen, by whose approval they are compared, what is
 * open. `now` has the worker look at them; `approve` takes them as they were last seen. Exit code 1: something is open.
 */
export async function pageCheckCommand(context: Context, args: readonly string[]): Promise<number> {
  const { db } = (await context.open()).connection;
  const [verb, ...words] = args;
  if (verb === undefined) return show(db, context.out);
  if (verb === 'now' && words.length === 0) {
    await db
      .transaction()
      .execute((tx) => enqueue(tx, 'pagewatch.check', {}, { key: 'pagewatch.check:now' }));
    context.out.write('The worker of the running shop looks now; see page-check in a moment.\n');
    return 0;
  }
  const options = verb === 'approve' ? optionsOf(words) : undefined;
  if (options === undefined) {
    context.out.write(USAGE);
    return 2;
  }
  return approve(db, context.out, options);
}

async function show(db: Db, out: NodeJS.WritableStream): Promise<number> {
  const [look, approval] = [await readLastLook(db), await readApproval(db)];
  out.write(look ? `Seen ${look.lookedAt}, look ${look.id}:\n` : 'The pages were not looked at yet.\n');
  for (const { page, traits } of look?.pages ?? []) {
    out.write(`  ${page}\n`);
    for (const { kind, subject, value } of traits) out.write(`    ${[kind, subject, value].join('  ')}\n`);
  }
  out.write(
    approval
      ? `Approved ${approval.approvedAt} by ${approval.approvedBy}: ${approval.reason}\n`
      : 'Nobody has approved the pages yet.\n',
  );
  for (const { directive, blocked, page, count, lastAt } of await readReports(db)) {
    out.write(`Refused by browsers: ${directive} ${blocked} on ${page}, ${count} times, last ${lastAt}\n`);
  }
  const open = await readFindings(db, { isOpen: true });
  out.write(`${open.length} open findings\n`);
  for (const finding of open) out.write(`  ${lineOf(finding)}\n`);
  return open.length === 0 ? 0 : 1;
}

function lineOf({ foundAt, change, page, kind, subject, was, is }: Finding): string {
  const values = [was && `was ${was}`, is && `is ${is}`].filter((part) => part !== '');
  return [String(foundAt), change, page, kind, subject, ...values].filter((part) => part !== '').join('  ');
}

async function approve(db: Db, out: NodeJS.WritableStream, options: Options): Promise<number> {
  const { look: lookId, by: approvedBy, why: reason } = options;
  const now = Temporal.Now.instant();
  const done = await db.transaction().execute((tx) => approvePages(tx, { lookId, approvedBy, reason, now }));
  out.write(done.ok ? 'Approved.\n' : `Not approved: ${done.refusal.message}.\n`);
  return done.ok ? 0 : 1;
}

type Options = { readonly look: string; readonly by: string; readonly why: string };

function optionsOf(words: readonly string[]): Options | undefined {
  const text = { type: 'string' } as const;
  try {
    const { look, by, why } = parseArgs({
      args: [...words],
      options: { look: text, by: text, why: text },
    }).values;
    return look === undefined || by === undefined || why === undefined ? undefined : { look, by, why };
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
