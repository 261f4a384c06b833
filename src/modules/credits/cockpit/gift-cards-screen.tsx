import { Button } from '@mantine/core';
import { Gift } from 'lucide-react';
import { useState } from 'react';
import { type RowOf, useRows, useWrite } from '../../../platform/cockpit/api/index.ts';
import { sayDone } from '../../../platform/cockpit/overlay/index.ts';
import { EmptyState, Page } from '../../../platform/cockpit/page/index.ts';
import { textIn, textsIn, useAddress, useMay } from '../../../platform/cockpit/state/index.ts';
import {
  type Column,
  DataTable,
  ExportButton,
  ListBar,
  shownColumns,
} from '../../../platform/cockpit/table/index.ts';
import { Money, StateBadge, type Tone, When } from '../../../platform/cockpit/value/index.ts';
import { IssueCard } from './issue-card.tsx';
import { creditWords } from './words.ts';

type Card = RowOf<'listGiftCards'>;
type State = 'usable' | 'spent' | 'blocked' | 'expired';

/** Gift cards: what is left on each, issuing one, blocking one. */
export function Screen() {
  const t = creditWords();
  const may = useMay();
  const [query] = useAddress();
  const [isIssuing, setIssuing] = useState(false);
  const typed = textIn(query, 'q').trim();
  const asked = typed.length === 4 ? { last4: typed.toUpperCase() } : {};
  const cards = useRows('listGiftCards', { query: asked }, { about: ['credits'], isKept: true });
  const columns = columnsOf();
  const issue = may('gift_cards:write') && <Button onClick={() => setIssuing(true)}>{t.issue}</Button>;
  return (
    <Page title={t.title} about={t.about} actions={issue} isWhole>
      <ListBar hint={t.search} filters={[]} columns={columns}>
        <ExportButton operation="beginGiftCardExport" query={asked} title={t.title} />
      </ListBar>
      <DataTable
        label={t.title}
        columns={shownColumns(columns, textsIn(query, 'columns'))}
        source={cards}
        idOf={({ id }) => id}
        isFiltered={typed !== ''}
        empty={<EmptyState icon={Gift} title={t.empty} text={t.emptyText} action={issue} />}
        phone={(card) => ({
          title: t.ending(card.last4),
          detail: card.recipient || (card.isSold ? t.sold : t.given),
          aside: <Money of={card.balance} />,
        })}
      />
      {isIssuing && <IssueCard close={() => setIssuing(false)} />}
    </Page>
  );
}

const TONES: Readonly<Record<State, Tone>> = {
  usable: 'good',
  spent: 'neutral',
  blocked: 'bad',
  expired: 'neutral',
};

function stateOf({ disabledAt, expiresAt, balance }: Card): State {
  if (disabledAt !== undefined) return 'blocked';
  if (/^[0.]+$/.test(balance.amount)) return 'spent';
  return expiresAt !== undefined && new Date(expiresAt) <= new Date() ? 'expired' : 'usable';
}

function columnsOf(): readonly Column<Card>[] {
  const t = creditWords();
  return [
    { key: 'card', label: t.card, cell: ({ last4 }) => t.ending(last4), isTitle: true, width: '140px' },
    { key: 'recipient', label: t.recipient, cell: ({ recipient }) => recipient },
    { key: 'state', label: t.state, cell: (card) => <StateOf card={card} />, width: '130px' },
    { key: 'origin', label: t.origin, cell: ({ isSold }) => (isSold ? t.sold : t.given), width: '120px' },
    {
      key: 'balance',
      label: t.balance,
      cell: ({ balance }) => <Money of={balance} />,
      align: 'end',
      width: '130px',
    },
    {
      key: 'issued',
      label: t.issued,
      cell: ({ issuedAt }) => <When at={issuedAt} isDate />,
      align: 'end',
      width: '130px',
    },
    {
      ...{ key: 'expires', label: t.expires, align: 'end', width: '130px' },
      cell: ({ expiresAt }) => expiresAt && <When at={expiresAt} isDate />,
    },
    { key: 'block', label: t.block, cell: (card) => <Block card={card} />, align: 'end', width: '120px' },
  ];
}

function StateOf({ card }: { readonly card: Card }) {
  const state = stateOf(card);
  return <StateBadge tone={TONES[state]}>{creditWords().states[state]}</StateBadge>;
}

function Block({ card }: { readonly card: Card }) {
  const t = creditWords();
  const may = useMay();
  const { id, last4, disabledAt } = card;
  const isBlocked = disabledAt !== undefined;
  const params = { id };
  const back = useWrite('disableGiftCard', { about: ['credits'] });
  const change = useWrite('disableGiftCard', {
    about: ['credits'],
    onDone: ({ isDisabled }) =>
      sayDone(isDisabled ? t.wasBlocked(last4) : t.wasUnblocked(last4), () =>
        back.mutate({ params, body: { isDisabled: !isDisabled } }),
      ),
  });
  if (!may('gift_cards:write')) return null;
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      color="gray"
      loading={change.isPending}
      onClick={() => change.mutate({ params, body: { isDisabled: !isBlocked } })}
    >
      {isBlocked ? t.unblock : t.block}
    </Button>
  );
}
