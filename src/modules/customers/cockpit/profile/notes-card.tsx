import { Button, Group, Textarea } from '@mantine/core';
import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { useColleagues, useDraft, useMay } from '../../../../platform/cockpit/state/index.ts';
import { When } from '../../../../platform/cockpit/value/index.ts';
import { customerWords } from '../words.ts';
import type { CustomerDesk } from './customer-desk.ts';
import styles from './profile.module.css';

/** What the team wants to remember. */
export function NotesCard({ desk: { customer, notes } }: { readonly desk: CustomerDesk }) {
  const t = customerWords().profile;
  const may = useMay();
  const { nameOf } = useColleagues();
  const [draft = '', keep, drop] = useDraft<string>(`customer note ${customer.id}`);
  const add = useWrite('addCustomerNote', {
    about: ['customers'],
    onDone: () => {
      drop();
      sayDone(t.noted);
    },
  });
  return (
    <Card title={t.notes}>
      {may('customers:write') && (
        <>
          <Textarea
            aria-label={t.addNote}
            placeholder={t.writeNote}
            autosize
            maxLength={2_000}
            value={draft}
            onChange={(event) => keep(event.currentTarget.value)}
          />
          {draft.trim() !== '' && (
            <Group justify="flex-end" mt="xs">
              <Button
                loading={add.isPending}
                onClick={() => add.mutate({ params: { id: customer.id }, body: { text: draft } })}
              >
                {t.addNote}
              </Button>
            </Group>
          )}
        </>
      )}
      <div style={{ marginTop: notes.length > 0 ? 12 : 0 }}>
        {notes.map(({ id, text, actor, at }) => (
          <div key={id} className={styles.note}>
            {text}
            <div className={styles.quiet}>
              {nameOf(actor) ?? t.staff} · <When at={at} />
            </div>
          </div>
        ))}
      </div>
    </Card>
  );
}
