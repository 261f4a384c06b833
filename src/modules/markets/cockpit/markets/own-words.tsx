import { Alert } from '@mantine/core';
import { useRead } from '../../../../platform/cockpit/api/index.ts';
import { languageName } from '../../../../platform/cockpit/text/index.ts';
import { marketWords } from '../words.ts';

/** Says so when the shop's own words are not written in a language. */
export function OwnWords({ locale }: { readonly locale: string }) {
  const t = marketWords().markets;
  const shop = useRead('readShop', {}, { about: ['markets'] });
  const own = shop.data?.ownLanguages;
  if (locale === '' || own === undefined || own.includes(locale.split('-')[0] ?? '')) return null;
  return (
    <Alert color="orange">
      {t.notOwn(languageName(locale), own.map((one) => languageName(one)).join(', '))}
    </Alert>
  );
}
