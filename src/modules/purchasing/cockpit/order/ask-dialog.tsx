import { Modal } from '@mantine/core';
import { purchasingWords } from '../words.ts';
import { ConfirmForm } from './confirm-form.tsx';
import { CostForm } from './cost-form.tsx';
import { ExpediteForm } from './expedite-form.tsx';
import type { FormProps } from './form-frame.tsx';
import { InvoiceForm } from './invoice-form.tsx';
import { ReturnForm } from './return-form.tsx';
import { SplitForm } from './split-form.tsx';

export type Asked = 'confirm' | 'expedite' | 'cost' | 'invoice' | 'return' | 'split';

/** What is asked before something is done to an order. */
export function AskDialog({ order, kind, close }: FormProps & { readonly kind: Asked }) {
  const t = purchasingWords();
  const titles: Readonly<Record<Asked, string>> = {
    ...{ confirm: t.confirm.title, expedite: t.expedite.title, cost: t.costs.title },
    ...{ invoice: t.invoices.title, return: t.returns.title, split: t.split.title },
  };
  const Form = FORMS[kind];
  return (
    <Modal opened onClose={close} title={titles[kind]} size="lg" centered>
      <Form order={order} close={close} />
    </Modal>
  );
}

const FORMS = {
  ...{ confirm: ConfirmForm, expedite: ExpediteForm, cost: CostForm },
  ...{ invoice: InvoiceForm, return: ReturnForm, split: SplitForm },
} satisfies Readonly<Record<Asked, (props: FormProps) => React.ReactNode>>;
