import { Anchor, TagsInput } from '@mantine/core';
import { useRead, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { Card, Facts } from '../../../../platform/cockpit/page/index.ts';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import { countOf, countryName, languageName } from '../../../../platform/cockpit/text/index.ts';
import { StateBadge } from '../../../../platform/cockpit/value/index.ts';
import { customerWords } from '../words.ts';
import type { CustomerDesk } from './customer-desk.ts';
import styles from './profile.module.css';

/** How somebody is reached, where they live, and how staff marked them. */
export function AboutCards({ desk }: { readonly desk: CustomerDesk }) {
  const t = customerWords();
  const { customer, wishes } = desk;
  const { email, phone, isProven, locale, vatId, isTaxExempt, acceptsMarketing } = customer;
  return (
    <>
      <Card
        title={t.profile.contact}
        actions={
          <StateBadge tone={isProven ? 'good' : 'neutral'}>
            {isProven ? t.profile.proven : t.profile.unproven}
          </StateBadge>
        }
      >
        <div className={styles.address}>
          {email && (
            <Anchor href={`mailto:${email}`} size="sm">
              {email}
            </Anchor>
          )}
          {phone && <div>{phone}</div>}
        </div>
      </Card>
      <Card title={t.profile.details}>
        <Facts
          of={[
            [t.profile.newsletter, acceptsMarketing ? t.profile.agreed : t.profile.notAgreed],
            [t.profile.language, locale && languageName(locale)],
            [t.profile.vatId, vatId],
            [t.profile.taxExempt, isTaxExempt ? t.yes : undefined],
            [t.profile.wishes, wishes > 0 ? countOf(wishes) : undefined],
          ]}
        />
      </Card>
      <Marks desk={desk} />
      <Card title={t.profile.addresses}>
        {desk.addresses.length === 0 && <span className={styles.quiet}>{t.profile.noAddresses}</span>}
        {desk.addresses.map((one) => (
          <AddressOf key={one.id} of={one} />
        ))}
      </Card>
    </>
  );
}

function AddressOf({ of }: { readonly of: CustomerDesk['addresses'][number] }) {
  const t = customerWords().profile;
  const { name, company, line1, line2, postalCode, city, country } = of.address;
  const uses = [of.isDefaultShipping && t.shipping, of.isDefaultBilling && t.billing].filter(Boolean);
  const lines = [name, company, line1, line2, [postalCode, city].filter(Boolean).join(' ')];
  return (
    <address className={styles.address}>
      {[...lines, countryName(country)]
        .filter((line) => line !== undefined && line !== '')
        .map((line) => (
          <div key={line}>{line}</div>
        ))}
      {uses.length > 0 && <div className={styles.quiet}>{uses.join(', ')}</div>}
    </address>
  );
}

/** Tags are kept as they are typed; segments by hand too, those by rule are shown. */
function Marks({ desk: { customer } }: { readonly desk: CustomerDesk }) {
  const t = customerWords().profile;
  const may = useMay();
  const tags = useRead('listCustomerTags', {}, { about: ['customers'] });
  const segments = useRead('listSegments', {}, { about: ['customers'] });
  const mark = useWrite('markCustomers', { about: ['customers'] });
  const change = (what: 'tags' | 'segments', next: readonly string[]) => {
    const before: readonly string[] = customer[what];
    const add = next.filter((word) => !before.includes(word));
    const remove = before.filter((word) => !next.includes(word));
    mark.mutate({ body: { customerIds: [customer.id], what, add, remove } });
  };
  return (
    <Card title={t.tags}>
      <TagsInput
        aria-label={t.addTag}
        placeholder={customer.tags.length === 0 ? t.addTag : ''}
        value={[...customer.tags]}
        onChange={(next) => change('tags', next)}
        data={(tags.data?.items ?? []).map(({ tag }) => tag)}
        disabled={!may('customers:write')}
        maxLength={40}
      />
      <TagsInput
        mt="sm"
        label={t.segments}
        value={[...customer.segments]}
        onChange={(next) => change('segments', next)}
        data={(segments.data?.items ?? []).filter(({ rule }) => rule === undefined).map(({ code }) => code)}
        disabled={!may('customers:write')}
        maxLength={40}
      />
    </Card>
  );
}
