import { Button, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useRead, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { useDraft, useMay } from '../../../../platform/cockpit/state/index.ts';
import { moneyOf } from '../../../../platform/cockpit/text/index.ts';
import { type Happening, Timeline } from '../../../../platform/cockpit/value/index.ts';
import { orderWords } from '../words.ts';
import { actorName } from './actor-name.ts';
import { mentionedIn } from './mentions.ts';
import { minorMoney } from './minor-money.ts';
import type { OrderDesk } from './order-desk.ts';

/** What happened to the order, the latest first, with the notes of the team between. */
export function HappeningsCard({ desk }: { readonly desk: OrderDesk }) {
  const t = orderWords();
  const may = useMay();
  const members = useMembers();
  const happenings = desk.timeline
    .map((event, index): Happening => {
      const { kind, at, actor, data } = event;
      return {
        ...{ id: String(index), at, who: actorName(actor, members) },
        title: kind === 'note' ? data['text'] : titleOf(kind),
        detail: kind === 'note' ? undefined : detailOf(desk, data),
        ...(kind === 'note' ? { tone: 'note' as const } : {}),
        ...(BAD.has(kind) ? { tone: 'bad' as const } : {}),
        ...(GOOD.has(kind) ? { tone: 'good' as const } : {}),
      };
    })
    .toReversed();
  return (
    <Card title={t.page.timeline}>
      {may('orders:write') && <NoteBox orderId={desk.order.id} members={members} />}
      <Timeline of={happenings} />
    </Card>
  );
}

const BAD = new Set(['payment_failed', 'cancelled', 'refund_refused', 'withdrawn']);
const GOOD = new Set(['paid', 'captured', 'delivered']);

export type Named = { readonly id: string; readonly name: string };

/** The team, for names and mentions. */
function useMembers(): readonly Named[] {
  const team = useRead('listColleagues', {}, { about: ['staff'] });
  return team.data?.items ?? [];
}

function NoteBox({ orderId, members }: { readonly orderId: string; readonly members: readonly Named[] }) {
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
  const mentions = mentionedIn(draft, members);
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

function titleOf(kind: string): string {
  const { kinds } = orderWords();
  const known: Readonly<Record<string, string>> = kinds;
  return known[kind] ?? kinds.other;
}

function detailOf({ order }: OrderDesk, data: Readonly<Record<string, string>>) {
  const { reason, amountMinor, number } = data;
  const amount = amountMinor === undefined ? undefined : moneyOf(minorMoney(amountMinor, order.currency));
  const parts = [number && `#${number}`, amount, reason].filter((part) => part !== undefined && part !== '');
  return parts.length === 0 ? undefined : parts.join(' · ');
}
