import { Alert } from '@mantine/core';
import { type Told, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { writtenIn } from '../../../../platform/cockpit/text/index.ts';
import { type Provider, paymentWords } from '../words.ts';
import { fieldLabel } from './account-fields.ts';

type Answer = Told<'testPaymentAccount'>;

/** Asks a provider whether it takes the credentials: those that are kept, or those that are typed. */
export function useTrial(_provider: Provider) {
  return useWrite('testPaymentAccount', { about: [], isTold: true });
}

/** What came of it, in words. */
export function Trial(props: { readonly of: ReturnType<typeof useTrial>; readonly provider: Provider }) {
  const { of: trial, provider } = props;
  const t = paymentWords();
  if (trial.isPending) return null;
  if (trial.error !== null) {
    return (
      <Alert color="red" role="status" p="xs">
        {trial.error.message}
      </Alert>
    );
  }
  if (trial.data === undefined) return null;
  return (
    <Alert color={trial.data.outcome === 'reached' ? 'teal' : 'red'} role="status" p="xs">
      {textOf(trial.data, t.names[provider])}
    </Alert>
  );
}

function textOf({ outcome, environment, message = '', field, milliseconds }: Answer, name: string): string {
  const t = paymentWords().trial;
  if (outcome === 'reached') {
    const seconds = new Intl.NumberFormat(writtenIn().region, {
      ...({ style: 'unit', unit: 'second', maximumFractionDigits: 1, minimumFractionDigits: 1 } as const),
    }).format(milliseconds / 1000);
    return `${t.reached(name, seconds)} ${environment === undefined ? '' : t.environments[environment]}`.trim();
  }
  if (outcome === 'wrong_credentials') return t.wrong(name, fieldLabel(field ?? ''));
  if (outcome === 'not_allowed') return t.notAllowed(name);
  return t.unreachable(name, message.replace(/^\w+: /, ''));
}
