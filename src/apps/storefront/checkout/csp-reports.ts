import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { z } from 'zod';
import { REPORTS_PATH } from './policy.ts';
import { type RefusedCount, ReportBook } from './report-book.ts';

const MAX_BYTES = 16 * 1024;
const SAVED_EVERY_MS = 10_000;
const text = z.string().max(2_000).catch('');

/** The two shapes browsers send: the Reporting API's list, and the older single report. */
const REPORTS = z.union([
  z
    .array(
      z.object({
        type: z.literal('csp-violation'),
        body: z.object({ documentURL: text, effectiveDirective: text, blockedURL: text }),
      }),
    )
    .max(50)
    .transform((list) =>
      list.map(({ body }) => ({
        page: body.documentURL,
        directive: body.effectiveDirective,
        blocked: body.blockedURL,
      })),
    ),
  z
    .object({
      'csp-report': z.object({ 'document-uri': text, 'effective-directive': text, 'blocked-uri': text }),
    })
    .transform(({ 'csp-report': report }) => [
      {
        page: report['document-uri'],
        directive: report['effective-directive'],
        blocked: report['blocked-uri'],
      },
    ]),
]);

export type ReportDeps = {
  readonly log: FastifyBaseLogger;
  /** Keeps counts of what was refused; what is dangerous is told to the shop's owner. */
  readonly save: (groups: readonly RefusedCount[]) => Promise<void>;
};

/**
 * Keeps what browsers say was blocked on the pages where money is paid (PCI DSS 4.0.1, 6.4.3 and 11.6.1), grouped by
 * directive, origin and page: in the database every few seconds, and in the log the first, the tenth, the hundredth …
 */
export function addCspReports(server: FastifyInstance, { log, save }: ReportDeps): void {
  const book = new ReportBook(save);
  const types = ['application/csp-report', 'application/reports+json'];
  server.addContentTypeParser(types, { parseAs: 'string', bodyLimit: MAX_BYTES }, (_request, body, done) =>
    done(null, body),
  );
  server.post(REPORTS_PATH, { bodyLimit: MAX_BYTES }, (request, reply) => {
    for (const report of readReports(request.body)) {
      const group = {
        directive: (report.directive.split(' ')[0] ?? '').slice(0, 40),
        blocked: originOf(report.blocked),
        page: pathOf(report.page),
      };
      const count = book.note(group);
      if (/^10*$/.test(String(count))) log.warn({ ...group, count }, 'a browser blocked something on a page');
    }
    return reply.code(204).send();
  });
  saveNowAndThen(server, book, log);
}

/** Every few seconds, and once more when the server closes. */
function saveNowAndThen(server: FastifyInstance, book: ReportBook, log: FastifyBaseLogger): void {
  const timer = setInterval(() => {
    // The counts stay in the book until they are saved: the next round tries again.
    book.save().catch((error: unknown) => log.error({ err: error }, 'reports of browsers are not saved'));
  }, SAVED_EVERY_MS).unref();
  server.addHook('onClose', async () => {
    clearInterval(timer);
    await book.save();
  });
}

export function readReports(body: unknown) {
  if (typeof body !== 'string') return [];
  try {
    const parsed = REPORTS.safeParse(JSON.parse(body));
    return parsed.success ? parsed.data : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

// Neither the path nor the query of what was blocked is needed, and either may hold somebody's secret.
function originOf(blocked: string): string {
  const url = URL.parse(blocked);
  return url === null || url.origin === 'null' ? blocked.slice(0, 40) : url.origin;
}

function pathOf(page: string): string {
  return URL.parse(page)?.pathname.slice(0, 200) ?? '';
}
