import { Alert, Button, Stack, Text, TextInput } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { PackageCheck } from 'lucide-react';
import { useState } from 'react';
import { useRead, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { problemsByField } from '../../../../platform/cockpit/form/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { Card, EmptyState, Page, Shown } from '../../../../platform/cockpit/page/index.ts';
import { useGo } from '../../../../platform/cockpit/state/index.ts';
import { OrderBadge, type WholeOrder } from '../order-state.tsx';
import { purchasingWords } from '../words.ts';
import { byCode, type Counted, surplusOf } from './counted.ts';
import { CountedLine } from './counted-line.tsx';
import styles from './receive.module.css';

/** Takes in a delivery: all of it in two presses, what is short with one more, by hand or with a scanner. */
export function Screen() {
  const { id = '' } = useParams({ strict: false });
  const order = useRead('readPurchaseOrder', { params: { id } }, { about: ['purchasing'] });
  return <Shown of={order}>{(told) => <ReceivePage key={told.id} order={told} />}</Shown>;
}

function ReceivePage({ order }: { readonly order: WholeOrder }) {
  const t = purchasingWords().receiving;
  const go = useGo();
  const path = `/purchasing/${order.id}` as const;
  if (!order.may.includes('receive')) {
    const back = <Button onClick={() => go(path)}>{t.toOrder}</Button>;
    return (
      <Page title={t.title(order.number)} back={path} aside={<OrderBadge of={order} />} isNarrow>
        <EmptyState icon={PackageCheck} title={t.nothing} text="" action={back} />
      </Page>
    );
  }
  return (
    <Page
      title={t.title(order.number)}
      back={path}
      about={t.about(order.supplier.name)}
      aside={<OrderBadge of={order} />}
      isNarrow
    >
      <Counting order={order} />
    </Page>
  );
}

function Counting({ order }: { readonly order: WholeOrder }) {
  const t = purchasingWords().receiving;
  const go = useGo();
  const [reference, setReference] = useState('');
  const [counted, setCounted] = useState<readonly Counted[]>(() =>
    order.lines
      .filter(({ open }) => open > 0)
      .map((line) => ({ line, received: 0, damaged: 0, wrong: 0, expiresOn: '' })),
  );
  const receive = useWrite('receivePurchaseOrder', {
    ...{ about: ['purchasing', 'inventory'], isTold: true },
    onDone: ({ number, id }) => {
      sayDone(t.done(number));
      go(`/purchasing/${id}`);
    },
  });
  const change = (one: Counted, parts: Partial<Counted>) =>
    setCounted(counted.map((other) => (other.line.id === one.line.id ? { ...other, ...parts } : other)));
  const pieces = counted.reduce((sum, { received }) => sum + received, 0);
  const come = counted.filter(({ received, damaged, wrong }) => received + damaged + wrong > 0);
  const hasSurplus = counted.some((one) => surplusOf(one) > 0);
  const problem = Object.values(problemsByField(receive.error))[0];
  const body = {
    lines: come.map(({ line, received, damaged, wrong, expiresOn }) => ({
      ...{ lineId: line.id, received, damaged, wrong },
      ...(expiresOn === '' ? {} : { expiresOn }),
    })),
    ...{ reference: reference.trim(), takesMore: hasSurplus },
  };
  return (
    <Stack pb={90}>
      <Card>
        <Stack gap="sm">
          <TextInput
            label={t.note}
            description={t.noteHint}
            required
            maxLength={200}
            value={reference}
            onChange={(event) => setReference(event.currentTarget.value)}
          />
          <Scan counted={counted} onCount={(one) => change(one, { received: one.received + 1 })} />
          <Button
            variant="default"
            size="md"
            onClick={() => setCounted(counted.map((one) => ({ ...one, received: one.line.open })))}
          >
            {t.all}
          </Button>
        </Stack>
      </Card>
      {counted.map((one) => (
        <CountedLine key={one.line.id} counted={one} onChange={(parts) => change(one, parts)} />
      ))}
      <div className={styles.bar}>
        {problem !== undefined && (
          <Alert color="red" role="alert">
            {problem}
          </Alert>
        )}
        <Button
          fullWidth
          size="md"
          disabled={come.length === 0 || reference.trim() === ''}
          loading={receive.isPending}
          onClick={() => receive.mutate({ params: { id: order.id }, body })}
        >
          {t.receive(pieces)}
        </Button>
      </div>
    </Stack>
  );
}

/** Where a scanner types: each code counts one piece of its line. */
function Scan(props: { readonly counted: readonly Counted[]; readonly onCount: (one: Counted) => void }) {
  const { counted, onCount } = props;
  const t = purchasingWords().receiving;
  const [typed, setTyped] = useState('');
  const [unknown, setUnknown] = useState<string>();
  const take = () => {
    const found = byCode(counted, typed);
    setUnknown(found === undefined && typed.trim() !== '' ? typed.trim() : undefined);
    if (found !== undefined) onCount(found);
    setTyped('');
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
    >
      <TextInput
        aria-label={t.scan}
        placeholder={t.scan}
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Text size="sm" role="status" c="red">
        {unknown !== undefined && t.unknown(unknown)}
      </Text>
    </form>
  );
}
