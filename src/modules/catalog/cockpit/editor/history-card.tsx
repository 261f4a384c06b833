import { Button } from '@mantine/core';
import { type RowOf, useRows, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { ConfirmButton, sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { Timeline } from '../../../../platform/cockpit/value/index.ts';
import { productWords } from '../words.ts';
import styles from './editor.module.css';
import { fieldName } from './field-names.ts';
import type { InEditor } from './form.ts';

type Revision = RowOf<'listProductRevisions'>;

/** Who changed what and when, and the way back. */
export function HistoryCard(props: {
  readonly product: InEditor;
  /** While something is typed and not saved, nothing is brought back. */
  readonly isOff: boolean;
  readonly onRestored: (product: InEditor) => void;
}) {
  const { product, isOff, onRestored } = props;
  const { editor: t } = productWords();
  const params = { id: product.id };
  const revisions = useRows(
    'listProductRevisions',
    { params, query: { limit: '10' } },
    { about: ['catalog'] },
  );
  const restore = useWrite('restoreProduct', {
    about: ['catalog', 'merchandising'],
    onDone: (saved) => {
      onRestored(saved);
      sayDone(t.restored);
    },
  });
  const backTo = (version: string) => (
    <ConfirmButton
      {...{ title: t.restoreTitle(version), text: t.restoreText, verb: t.restore, isDangerous: false, isOff }}
      variant="subtle"
      onConfirm={() =>
        restore.mutateAsync({ params, body: { toVersion: version, version: product.version } })
      }
    >
      {t.restore}
    </ConfirmButton>
  );
  return (
    <Card title={t.history} about={revisions.rows.length === 0 ? t.noHistory : undefined}>
      <Timeline
        of={revisions.rows.map((revision) => ({
          ...{ id: revision.version, at: revision.madeAt, who: whoOf(revision.actor) },
          title: revision.changes.map(({ field }) => fieldName(field)).join(', '),
          detail: (
            <>
              {revision.changes.map((change) => (
                <Change key={change.field} of={change} />
              ))}
              {backTo(String(BigInt(revision.version) - 1n))}
            </>
          ),
        }))}
      />
      {revisions.hasNextPage && (
        <Button variant="default" onClick={() => void revisions.fetchNextPage()}>
          {t.more}
        </Button>
      )}
    </Card>
  );
}

function Change({ of: { field, before, after } }: { readonly of: Revision['changes'][number] }) {
  return (
    <div className={styles.change}>
      <span>{fieldName(field)}</span>
      <span>
        {before !== undefined && before !== '' && <del>{before}</del>}{' '}
        {after !== undefined && <ins>{after}</ins>}
      </span>
    </div>
  );
}

/** `staff:…` and `api_key:…` are ids; until names are known, what kind it was. */
function whoOf(actor: string): string {
  return actor === '' ? 'Institor' : (actor.split(':')[0] ?? actor).replace('_', ' ');
}
