import { ok, refuse } from '../../../../kernel/index.ts';
import {
  type Difference,
  type EntriesAsked,
  type Entry,
  exportEntries,
  headText,
  parseHead,
  readEntries,
  readEntry,
  verifyAudit,
} from '../../../../modules/audit/index.ts';
import { type Asked, type Caller, type Handlers, sentFields } from '../../../../platform/api/index.ts';
import { csvCell } from '../../../../platform/csv/index.ts';
import { pageById } from '../../page.ts';
import type { auditEndpoints } from '../contract/audit.ts';
import type { AdminDeps } from '../deps.ts';
import { may } from '../may.ts';

export function auditHandlers({
  db,
  reads,
}: Pick<AdminDeps, 'db' | 'reads'>): Handlers<typeof auditEndpoints> {
  return {
    listAuditEntries: ({ query: { cursor, limit, ...asked }, caller }) =>
      pageById(
        'audit_entry',
        { cursor, limit },
        (page) => readEntries(reads, { ...entriesAsked(asked), ...page }),
        (entry) => entryAnswer(entry, caller),
      ),
    readAuditEntry: async ({ params: { id }, caller }) => {
      const entry = await readEntry(reads, id);
      return entry ? ok(entryAnswer(entry, caller)) : refuse('not_found', 'there is no such entry', 'id');
    },
    exportAuditEntries: async ({ query, caller }) => {
      const content = sheetOf(exportEntries(reads, entriesAsked(query)), caller);
      return { ok: true, file: { name: 'audit-log.csv', content } };
    },
    verifyAudit: async ({ query: { head } }) => {
      const noted = head === undefined ? undefined : parseHead(head);
      if (head !== undefined && noted === undefined) {
        return refuse('not_a_head', 'a head is POSITION:SEAL, as an earlier answer gave it', 'head');
      }
      const verdict = await verifyAudit(db, { noted });
      const { breach, entries, waiting } = verdict;
      return ok({
        ...{ isWhole: breach === undefined, entries: String(entries), waiting },
        ...(breach === undefined
          ? {}
          : {
              breach: { what: breach.what, position: breach.position?.toString(), entryId: breach.entryId },
            }),
        ...(verdict.head === undefined ? {} : { head: headText(verdict.head) }),
      });
    },
  };
}

function entriesAsked({
  q,
  ...exact
}: Asked<typeof auditEndpoints.exportAuditEntries>['query']): EntriesAsked {
  return { ...sentFields(exact), ...(q === undefined ? {} : { text: q }) };
}

function entryAnswer({ at, differences, ...entry }: Entry, caller: Caller) {
  return { ...entry, at: at.toString(), differences: differences.map((one) => shownTo(caller, one)) };
}

/** What costs, say, is shown to who may see costs. */
function shownTo(caller: Caller, { permission, ...difference }: Difference): Omit<Difference, 'permission'> {
  if (permission === undefined || may(caller, permission)) return difference;
  return { field: difference.field, isHidden: true };
}

const COLUMNS = [
  ...['at', 'actor', 'name', 'operation', 'summary', 'kind', 'id', 'outcome', 'code', 'ip', 'user agent'],
  ...['changes', 'entry'],
];

async function* sheetOf(entries: AsyncIterable<Entry>, caller: Caller): AsyncGenerator<string> {
  yield `\ufeff${lineOf(COLUMNS)}`;
  for await (const entry of entries) yield lineOf(cellsOf(entry, caller));
}

function cellsOf(entry: Entry, caller: Caller): string[] {
  const { id, at, actor, actorName, operation, summary, kind, subjectId, outcome, code, ip, userAgent } =
    entry;
  const differences = entry.differences.map((one) => shownTo(caller, one));
  return [
    ...[at.toString(), actor, actorName, operation, summary, kind, subjectId, outcome, code, ip, userAgent],
    ...[JSON.stringify(differences), id],
  ];
}

function lineOf(cells: readonly string[]): string {
  return `${cells.map((text) => csvCell(text)).join(',')}\r\n`;
}
