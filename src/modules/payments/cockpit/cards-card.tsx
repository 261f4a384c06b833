import { Collapse, Text, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { Card } from '../../../platform/cockpit/page/index.ts';
import { momentOf } from '../../../platform/cockpit/text/index.ts';
import styles from './payments.module.css';
import { paymentWords, type Standing } from './words.ts';

/** Where card data is typed, which questionnaire follows from it, and what the shop does for it by itself. */
export function CardsCard({ of: { pci, pages } }: { readonly of: Standing }) {
  const t = paymentWords().cards;
  const [isOpen, setOpen] = useState(false);
  const attested: Readonly<Record<string, string>> = t.attested;
  return (
    <Card
      title={t.title}
      about={pci.questionnaire === undefined ? t.noCards : t.questionnaire(pci.questionnaire)}
    >
      <Text size="sm">{t.where[pci.cardData]}</Text>
      {pci.cardData === 'in_fields_of_provider' && <Pages of={pages} />}
      {pci.attestations.length > 0 && (
        <>
          <UnstyledButton
            mt="xs"
            fz="sm"
            c="var(--active)"
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? t.less : t.more(pci.attestations.length)}
          </UnstyledButton>
          <Collapse expanded={isOpen}>
            <ul className={styles.attested}>
              {pci.attestations.map(({ requirement, text }) => (
                <li key={requirement}>
                  <small>{requirement}</small>
                  {attested[requirement] ?? text}
                </li>
              ))}
            </ul>
          </Collapse>
        </>
      )}
    </Card>
  );
}

/** The script inventory, as far as the daily check knows it. */
function Pages({ of: { lookedAt, approval, openFindings, scripts } }: { readonly of: Standing['pages'] }) {
  const t = paymentWords().cards;
  return (
    <Text size="sm" c="dimmed" mt="xs" component="div">
      {lookedAt === undefined ? t.neverLooked : t.looked(momentOf(lookedAt), scripts.length)}{' '}
      {approval === undefined ? t.notApproved : t.approved(approval.by, momentOf(approval.at))}{' '}
      {openFindings > 0 && t.findings(openFindings)}
    </Text>
  );
}
