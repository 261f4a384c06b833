import { Button, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { type Colleague, useColleagues, useDraft, useMay } from '../../../../platform/cockpit/state/index.ts';
import { type Happening, Timeline } from '../../../../platform/cockpit/value/index.ts';
import { orderWords } from '../words.ts';
import { useActorName } from './actor-name.ts';
import { detailOf } from './happening-detail.ts';
import { MentionChoice } from './mention-choice.tsx';
import { mentionedIn } from './mentions.ts';
import type { OrderDesk } from './order-desk.ts';

/** What happened to the order, the latest first, with the notes of the team between. */
export function HappeningsCard({ desk }: { readonly desk: OrderDesk }) {
  const t = orderWords();
  const may = useMay();
  const { colleagues } = useColleagues();
  const actorName = useActorName();
  const happenings = desk.timeline
    .map((event, index): Happening => {
      const { kind, at, actor, data } = event;
      return {
        ...{ id: String(index), at, who: actorName(actor) },
        title: kind === 'note' ? data['text'] : t.kinds[kind],
        detail: detailOf(desk, event),
        ...(kind === 'note' ? { tone: 'note' as const } : {}),
        ...(BAD.has(kind) ? { tone: 'bad' as const } : {}),
        ...(GOOD.has(kind) ? { tone: 'good' as const } : {}),
      };
    })
    .toReversed();
  return (
    <Card title={t.page.timeline}>
      {may('orders:write') && <NoteBox orderId={desk.order.id} members={colleagues} />}
      <Timeline of={happenings} />
    </Card>
  );
}

type Kind = OrderDesk['timeline'][number]['kind'];

const BAD: ReadonlySet<Kind> = new Set([
  ...([
    'payment_failed',
    'cancelled',
    'refund_refused',
    'refund_incomplete',
    'withdrawn',
    'disputed',
  ] as const),
  ...(['paid_twice', 'paid_too_late', 'sold_out_before_payment', 'supplement_stuck'] as const),
]);
const GOOD: ReadonlySet<Kind> = new Set(['paid', 'captured', 'delivered', 'supplement_paid']);

function NoteBox({ orderId, members }: { readonly orderId: string; readonly members: readonly Colleague[] }) {
  const t = orderWords().page;
  const [draft = '', keep, drop] = useDraft<string>(`order note ${orderId}`);
  const [isOpen, setOpen] = useState(draft !== '');
  const add = useWrite('addNote', {
    about: ['orders'],
    onDone: () => {
      drop();
      setOpen(false);
      sayDone(t.noted);
    },
  });
  const here = members.filter(({ isHere }) => isHere);
  const mentions = mentionedIn(draft, here);
  const send = () => add.mutate({ params: { id: orderId }, body: { text: draft, mentions } });
  return (
    <div style={{ marginBottom: 16 }}>
      <Textarea
        aria-label={t.addNote}
        placeholder={t.writeNote}
        autosize
        minRows={isOpen ? 2 : 1}
        maxLength={2_000}
        value={draft}
        onFocus={() => setOpen(true)}
        onChange={(event) => keep(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey) && draft.trim() !== '') send();
        }}
      />
      <MentionChoice text={draft} colleagues={here} onTake={keep} />
      {isOpen && (
        <Group justify="flex-end" mt="xs">
          <Button disabled={draft.trim() === ''} loading={add.isPending} onClick={send}>
            {t.addNote}
          </Button>
        </Group>
      )}
    </div>
  );
}
