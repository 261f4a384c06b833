import { Alert } from '@mantine/core';
import type { Told } from '../../../../platform/cockpit/api/index.ts';
import { Facts } from '../../../../platform/cockpit/page/index.ts';
import { dateOf } from '../../../../platform/cockpit/text/index.ts';
import { marketWords } from '../words.ts';

type Checked = Told<'checkShopAddress'>;

const COLOURS: Readonly<Record<Checked['outcome'], string>> = {
  ...{ this_shop: 'teal', redirects_here: 'teal', redirects_away: 'orange', another_institor: 'orange' },
  ...{ another_site: 'orange', bad_address: 'red', private_address: 'orange', unreachable: 'red' },
  ...{ too_slow: 'red', bad_certificate: 'red' },
};
const SOON_DAYS = 14;
const DAY_MS = 86_400_000;

/** What was found at an address, in words, and what to do about it. */
export function CheckedAddress({ of }: { readonly of: Checked }) {
  const t = marketWords().domains;
  const { outcome, address, addresses, certificate, redirectedTo, status, tookMs } = of;
  const says = t.outcomes[outcome];
  const days = certificate && Math.floor((Date.parse(certificate.validUntil) - Date.now()) / DAY_MS);
  const isEnding = days !== undefined && days >= 0 && days < SOON_DAYS;
  return (
    <Alert color={isEnding ? 'orange' : COLOURS[outcome]} title={says.title(address)} role="status">
      <p style={{ margin: '0 0 10px' }}>{says.text}</p>
      <Facts
        of={[
          [t.facts.dns, addresses.join(', ')],
          [
            t.facts.certificate,
            certificate && (certificate.problem ?? t.validUntil(dateOf(certificate.validUntil))),
          ],
          [t.facts.issuer, certificate?.issuer],
          [t.facts.redirect, redirectedTo],
          [t.facts.answer, status && t.answered(status, tookMs)],
        ]}
      />
      {isEnding && <p style={{ margin: '10px 0 0' }}>{t.endsSoon(days)}</p>}
    </Alert>
  );
}
