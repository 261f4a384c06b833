import { Switch, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { WalletCards } from 'lucide-react';
import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { Card, EmptyState } from '../../../../platform/cockpit/page/index.ts';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import { SortableList } from '../../../../platform/cockpit/table/index.ts';
import { StateBadge } from '../../../../platform/cockpit/value/index.ts';
import styles from '../payments.module.css';
import { type Account, type Method, paymentWords, type Standing } from '../words.ts';
import { bodyOf, limitsText, titleOf } from './method.ts';

/** What the checkout offers, in its order: on or off, where, between which amounts. */
export function MethodsCard(props: {
  readonly methods: readonly Method[];
  readonly accounts: readonly Account[];
  readonly standing: Standing;
}) {
  const { methods, accounts, standing } = props;
  const t = paymentWords();
  const may = useMay();
  const inOrder = methods.toSorted(
    (one, other) => one.position - other.position || (one.id < other.id ? -1 : 1),
  );
  const order = useWrite('orderPaymentMethods', { about: ['payments'] });
  const there = new Set(
    accounts.filter((one) => one.isSetUp || !one.needsAccount).map((one) => one.provider),
  );
  if (methods.length === 0) {
    return (
      <Card title={t.methods}>
        <EmptyState icon={WalletCards} title={t.noMethods} text={t.noMethodsText} />
      </Card>
    );
  }
  return (
    <Card title={t.methods} about={t.methodsText} isFlush>
      <SortableList
        label={t.methods}
        items={inOrder}
        idOf={({ id }) => id}
        nameOf={titleOf}
        isReadOnly={!may('payments:write')}
        onOrder={(items) => order.mutate({ body: { ids: items.map(({ id }) => id) } })}
      >
        {(method) => <Line {...{ method, standing, isThere: there.has(method.provider) }} />}
      </SortableList>
    </Card>
  );
}

function Line(props: { readonly method: Method; readonly standing: Standing; readonly isThere: boolean }) {
  const { method, standing, isThere } = props;
  const { id, provider, mode, marketCodes, isCapturedAtOnce } = method;
  const t = paymentWords();
  const may = useMay();
  const markets = standing.markets.filter(({ code }) => marketCodes.includes(code)).map(({ name }) => name);
  const where = marketCodes.length === 0 ? t.everywhere : markets.join(', ');
  const facts = [
    ...[t.names[provider], t.modes[mode], where, limitsText(method)],
    isCapturedAtOnce || mode === 'by_hand' ? '' : t.capturedLater,
  ];
  const name = titleOf(method);
  const change = useWrite('changePaymentMethod', { about: ['payments'] });
  const turn = (isActive: boolean) => {
    const body = bodyOf({ ...method, isActive });
    change.mutate(
      { params: { id }, body },
      { onSuccess: () => sayDone(isActive ? t.turnedOn(name) : t.turnedOff(name)) },
    );
  };
  return (
    <div className={styles.row}>
      <div className={styles.grow}>
        <Link to={`/settings/payments/methods/${id}`} className={styles.link}>
          {name}
        </Link>{' '}
        {!isThere && <StateBadge tone="bad">{t.notSetUp}</StateBadge>}
        <Text size="xs" c="dimmed">
          {facts.filter(Boolean).join(' · ')}
        </Text>
      </div>
      <Switch
        size="sm"
        aria-label={t.isOffered(name)}
        checked={change.isPending ? change.variables?.body?.isActive === true : method.isActive}
        disabled={!may('payments:write')}
        onChange={(event) => turn(event.currentTarget.checked)}
      />
    </div>
  );
}
