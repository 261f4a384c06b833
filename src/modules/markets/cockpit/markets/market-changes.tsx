import { Alert, Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Fragment, type ReactNode } from 'react';
import { useRead } from '../../../../platform/cockpit/api/index.ts';
import { countOf, countryName } from '../../../../platform/cockpit/text/index.ts';
import { marketWords } from '../words.ts';
import type { Market } from './market.ts';
import styles from './markets.module.css';

type Form = Pick<Market, 'countries' | 'currency' | 'pricesIncludeTax'>;

/** What follows from what is about to be saved: what cannot be bought, what is read otherwise, who is left out. */
export function MarketChanges(props: {
  readonly market: Market | undefined;
  readonly form: Form;
  readonly code: string;
  readonly markets: readonly Market[];
}) {
  const { market, form, code, markets } = props;
  const { currency } = form;
  const t = marketWords().markets.follows;
  const isOther = market?.currency !== currency;
  const use = useRead(
    'readMarketUse',
    { params: { code }, query: { currency } },
    { about: ['markets', 'pricing', 'shipping', 'payments'], isOff: !isOther },
  ).data;
  const lost = (market?.countries ?? []).filter(
    (country) =>
      !form.countries.includes(country) &&
      markets.every((one) => one === market || !one.countries.includes(country)),
  );
  const lines: readonly ReactNode[] = [
    isOther && use && use.variantsPriced < use.variants && (
      <Line to="/prices" link={t.toPrices}>
        {t.prices(countOf(use.variantsPriced), countOf(use.variants), currency)}
      </Line>
    ),
    isOther && use && use.deliveryMethodsPriced < use.deliveryMethods && (
      <Line to="/settings/shipping" link={t.toDelivery}>
        {t.delivery(use.deliveryMethodsPriced, use.deliveryMethods, currency)}
      </Line>
    ),
    isOther && use && use.paymentMethods === 0 && <li>{t.payment}</li>,
    isOther && market && use && use.priceLists > 0 && (
      <Line to="/price-lists" link={t.toLists}>
        {t.lists(use.priceLists)}
      </Line>
    ),
    isOther && market && <li>{t.orders(market.currency)}</li>,
    market && market.pricesIncludeTax !== form.pricesIncludeTax && (
      <li>{form.pricesIncludeTax ? t.taxIn : t.taxOut}</li>
    ),
    lost.length > 0 && <li>{t.lost(lost.map(countryName).join(', '))}</li>,
    form.countries.length === 0 && <li>{t.noCountry}</li>,
  ].filter(Boolean);
  if (lines.length === 0) return null;
  return (
    <Alert color="orange" title={t.title}>
      <ul className={styles.follows}>
        {lines.map((line, index) => (
          <Fragment key={index}>{line}</Fragment>
        ))}
      </ul>
    </Alert>
  );
}

function Line(props: { readonly to: string; readonly link: string; readonly children: string }) {
  return (
    <li>
      {props.children}{' '}
      <Anchor component={Link} to={props.to} size="sm" underline="always">
        {props.link}
      </Anchor>
    </li>
  );
}
