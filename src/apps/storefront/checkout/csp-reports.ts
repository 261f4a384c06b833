import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { z } from 'zod';
import { REPORTS_PATH } from './policy.ts';

const MAX_BYTES = 16 * 1024;
const MOST_GROUPS = 500;
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

/**
 * Keeps what browsers say was blocked on the pages where money is paid (PCI DSS 4.0.1, 11.6.1): in the log, grouped by
 * directive, origin and page, so that a million alike are a few lines: the first, the tenth, the hundredth …
 */
export function addCspReports(server: FastifyInstance, log: FastifyBaseLogger): void {
  const counts = new Map<string, number>();
  const types = ['application/csp-report', 'application/reports+json'];
  server.addContentTypeParser(types, { parseAs: 'string', bodyLimit: MAX_BYTES }, (_request, body, done) =>
    done(null, body),
  );
  server.post(REPORTS_PATH, { bodyLimit: MAX_BYTES }, (request, reply) => {
    for (const report of readReports(request.body)) {
      const page = pathOf(report.page);
      const group = {
        directive: report.directive.split(' ')[0] ?? '',
        blocked: originOf(report.blocked),
        page,
      };
      const key = JSON.stringify(group);
      if (!counts.has(key) && counts.size >= MOST_GROUPS) continue;
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      if (/^10*$/.test(String(count))) log.warn({ ...group, count }, 'a browser blocked something on a page');
    }
    return reply.code(204).send();
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
