import { Switch, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Truck } from 'lucide-react';
import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { Card, EmptyState } from '../../../../platform/cockpit/page/index.ts';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import { moneyOf } from '../../../../platform/cockpit/text/index.ts';
import styles from '../shipping.module.css';
import { type Method, type Rate, shippingWords, type Zone } from '../words.ts';
import { draftOf, sentMethod } from './method-draft.ts';

/** The ways of delivery with what they cost where. */
export function MethodsCard({
  methods,
  zones,
}: {
  readonly methods: readonly Method[];
  readonly zones: readonly Zone[];
}) {
  const t = shippingWords();
  const inOrder = methods.toSorted((one, other) => one.position - other.position);
  if (methods.length === 0) {
    return (
      <Card title={t.methods}>
        <EmptyState
          icon={Truck}
          title={t.noMethods}
          text={zones.length === 0 ? t.noZonesText : t.noMethodsText}
        />
      </Card>
    );
  }
  return (
    <Card title={t.methods} about={t.methodsText} isFlush>
      <ul className={styles.list}>
        {inOrder.map((method) => (
          <Line key={method.id} method={method} zones={zones} />
        ))}
      </ul>
    </Card>
  );
}

function Line({ method, zones }: { readonly method: Method; readonly zones: readonly Zone[] }) {
  const { id, name, kind, carrier = '', minDays, maxDays } = method;
  const t = shippingWords();
  const may = useMay();
  const change = useWrite('changeDeliveryMethod', { about: ['shipping'] });
  const turn = (isActive: boolean) => {
    change.mutate(
      { params: { id }, body: sentMethod({ ...draftOf(method), isActive }) },
      { onSuccess: () => sayDone(isActive ? t.turnedOn(name) : t.turnedOff(name)) },
    );
  };
  const facts = [t.kinds[kind], carrier, t.days(minDays, maxDays)];
  return (
    <li>
      <div className={styles.grow}>
        <Link to={`/settings/shipping/methods/${id}`} className={styles.link}>
          {name}
        </Link>
        <Text size="xs" c="dimmed">
          {facts.filter(Boolean).join(' · ')}
        </Text>
        <div className={styles.rates}>
          {method.rates.map((rate) => (
            <span key={`${rate.zoneId} ${rate.currency}`}>
              {zones.find((zone) => zone.id === rate.zoneId)?.name}: {priceText(rate)}
            </span>
          ))}
          {method.rates.length === 0 && t.noRates}
        </div>
      </div>
      <Switch
        size="sm"
        aria-label={t.isOffered(name)}
        checked={change.isPending ? change.variables?.body?.isActive === true : method.isActive}
        disabled={!may('settings:write')}
        onChange={(event) => turn(event.currentTarget.checked)}
      />
    </li>
  );
}

/** `€4.90 – €9.90, free from €50.00`. */
function priceText({ basis, steps = [], freeFrom, surcharge }: Rate): string {
  const t = shippingWords();
  const [first, last] = [steps.at(0)?.price, steps.at(-1)?.price];
  const span =
    basis === 'carrier'
      ? t.byTable(surcharge === undefined || Number(surcharge.amount) === 0 ? '' : moneyOf(surcharge))
      : [first, last === first || last?.amount === first?.amount ? undefined : last]
          .flatMap((price) => (price === undefined ? [] : [moneyOf(price)]))
          .join(' – ');
  return freeFrom === undefined ? span : `${span}, ${t.freeFromText(moneyOf(freeFrom))}`;
}
