import { Button, Menu } from '@mantine/core';
import { EllipsisVertical } from 'lucide-react';
import { useState } from 'react';
import { addressOf, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { ConfirmButton, sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { useGo, useMay } from '../../../../platform/cockpit/state/index.ts';
import { TEXT_TONES } from '../../../../platform/cockpit/value/index.ts';
import type { WholeOrder } from '../order-state.tsx';
import { purchasingWords } from '../words.ts';
import { AskDialog, type Asked } from './ask-dialog.tsx';

const ABOUT = ['purchasing', 'inventory'] as const;

/** What can be done to an order now: the next step as a button, the rest behind it. */
export function NextSteps({ order, edit }: { readonly order: WholeOrder; readonly edit: () => void }) {
  const t = purchasingWords().act;
  const may = useMay();
  const [asked, ask] = useState<Asked>();
  const can = (verb: WholeOrder['may'][number]) => order.may.includes(verb) && may('purchasing:write');
  const dialogs: readonly (readonly [Asked, WholeOrder['may'][number], string])[] = [
    ['split', 'split', t.split],
    ['confirm', 'confirm', t.confirm],
    ['expedite', 'expedite', t.expedite],
    ['cost', 'add_cost', t.addCost],
    ['invoice', 'match_invoice', t.invoice],
    ['return', 'return', t.return],
  ];
  const pieces = order.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const shown = dialogs.filter(([kind, verb]) => can(verb) && (kind !== 'split' || pieces > 1));
  const pdf = addressOf('readPurchaseOrderPdf', { params: { id: order.id } });
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" aria-label={t.more} px={8}>
            <EllipsisVertical size={16} />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {can('edit') && order.state !== 'draft' && <Menu.Item onClick={edit}>{t.edit}</Menu.Item>}
          {shown.map(([kind, , label]) => (
            <Menu.Item key={kind} onClick={() => ask(kind)}>
              {label}
            </Menu.Item>
          ))}
          {may('costs:read') && (
            <Menu.Item component="a" href={pdf} target="_blank" rel="noopener">
              {t.pdf}
            </Menu.Item>
          )}
          <Endings order={order} />
        </Menu.Dropdown>
      </Menu>
      <Main order={order} />
      {asked !== undefined && <AskDialog order={order} kind={asked} close={() => ask(undefined)} />}
    </>
  );
}

/** Cancelling and closing can be taken back, so they are done at once and say how. */
function Endings({ order }: { readonly order: WholeOrder }) {
  const t = purchasingWords().act;
  const isMine = useMay()('purchasing:write');
  const params = { id: order.id };
  const reopen = useWrite('reopenPurchaseOrder', { about: ABOUT });
  const takeBack = () => reopen.mutate({ params, body: {} });
  const cancel = useWrite('cancelPurchaseOrder', {
    ...{ about: ABOUT, onDone: () => sayDone(t.cancelled, takeBack) },
  });
  const close = useWrite('closePurchaseOrder', { about: ABOUT, onDone: () => sayDone(t.closed, takeBack) });
  const sendBack = useWrite('sendBackPurchaseOrder', { about: ABOUT });
  if (!isMine) return null;
  return (
    <>
      {order.may.includes('send_back') && (
        <Menu.Item onClick={() => sendBack.mutate({ params, body: { note: '' } })}>{t.sendBack}</Menu.Item>
      )}
      {order.may.includes('close') && (
        <Menu.Item onClick={() => close.mutate({ params, body: {} })}>{t.close}</Menu.Item>
      )}
      {order.may.includes('cancel') && (
        <Menu.Item c={TEXT_TONES.bad} onClick={() => cancel.mutate({ params, body: {} })}>
          {t.cancel}
        </Menu.Item>
      )}
      {order.may.includes('reopen') && <Menu.Item onClick={takeBack}>{t.reopen}</Menu.Item>}
    </>
  );
}

function Main({ order }: { readonly order: WholeOrder }) {
  const t = purchasingWords().act;
  const go = useGo();
  const may = useMay();
  const { id, state, version, number } = order;
  const params = { id };
  const approve = useWrite('approvePurchaseOrder', {
    about: ABOUT,
    onDone: (told) => sayDone(told.state === 'approved' ? t.approved : t.waits),
  });
  const send = useWrite('sendPurchaseOrder', { about: ABOUT, onDone: () => sayDone(t.sent) });
  const isMine = may('purchasing:write');
  if (order.may.includes('approve') && isMine) {
    return (
      <Button
        disabled={order.lines.length === 0}
        loading={approve.isPending}
        onClick={() => approve.mutate({ params, body: { version } })}
      >
        {t.approve}
      </Button>
    );
  }
  if (state === 'approved' && isMine) {
    return (
      <>
        <Button variant="default" onClick={() => send.mutate({ params, body: { mail: false } })}>
          {t.told}
        </Button>
        {order.hasEmail && (
          <ConfirmButton
            title={t.sendTitle(number)}
            text={t.sendText}
            verb={t.send}
            variant="filled"
            isDangerous={false}
            onConfirm={() => send.mutateAsync({ params, body: { mail: true } })}
          >
            {t.send}
          </ConfirmButton>
        )}
      </>
    );
  }
  if (!order.may.includes('receive') || !may('stock:write')) return null;
  return <Button onClick={() => go(`/purchasing/receive/${id}`)}>{t.receive}</Button>;
}
