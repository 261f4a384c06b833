import { useParams } from '@tanstack/react-router';
import { useRead } from '../../../platform/cockpit/api/index.ts';
import { Card, Facts, Page, Shown } from '../../../platform/cockpit/page/index.ts';
import { momentOf } from '../../../platform/cockpit/text/index.ts';
import { DifferencesTable } from './differences-table.tsx';
import { OutcomeBadge } from './outcome.tsx';
import { auditWords } from './words.ts';

/** One deed: who, from where, and every field before and after. */
export function Screen() {
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const t = auditWords();
  const entry = useRead('readAuditEntry', { params: { id } }, { about: ['audit'] });
  return (
    <Shown of={entry}>
      {({ summary, outcome, differences, ...rest }) => (
        <Page title={summary} back="/audit" aside={<OutcomeBadge outcome={outcome} />} isNarrow>
          <Card>
            <Facts
              of={[
                [t.when, momentOf(rest.at)],
                [t.who, rest.actorName],
                [t.actor, rest.actor],
                [t.operation, rest.operation],
                [t.kind, rest.kind],
                [t.id, rest.subjectId],
                [t.why, rest.code],
                [t.from, rest.ip],
                [t.browser, rest.userAgent],
              ]}
            />
          </Card>
          {differences.length > 0 && (
            <Card title={t.changes} isFlush>
              <DifferencesTable of={differences} />
            </Card>
          )}
        </Page>
      )}
    </Shown>
  );
}
