import { type Asking, saveFile, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { useRemembered } from '../../../../platform/cockpit/state/index.ts';

export type LabelSize = NonNullable<NonNullable<Asking<'shippingLabelPdf'>['query']>['size']>;

/** Sizes with how many of them are on a page: across and down. */
export const SHEETS: Readonly<Record<LabelSize, { readonly across: number; readonly down: number }>> = {
  a6: { across: 1, down: 1 },
  '4x6': { across: 1, down: 1 },
  a4_4: { across: 2, down: 2 },
  a4_8: { across: 2, down: 4 },
};
export const SIZES = ['a6', '4x6', 'a4_4', 'a4_8'] as const satisfies readonly LabelSize[];

/** Orders, each with its next or last label, or one parcel. */
export type Labelled =
  | { readonly orderIds: readonly string[] }
  | { readonly orderId: string; readonly fulfilmentId: string };

/** Makes labels and saves them; what this device prints on is remembered. */
export function useLabels(of: Labelled, onDone: () => void) {
  const [size, choose] = useRemembered('label size', SIZES, 'a6');
  const save = (name: string) => (file: Blob) => {
    saveFile(file, name);
    onDone();
  };
  const many = useWrite('shippingLabelsPdf', {
    about: [],
    isTold: true,
    onDone: save('shipping-labels.pdf'),
  });
  const one = useWrite('shippingLabelPdf', { about: [], isTold: true, onDone: save('shipping-label.pdf') });
  const print = (startAt: number) => {
    const query = { size, startAt: String(startAt) };
    if ('orderIds' in of) many.mutate({ query: { orderId: [...of.orderIds], ...query } });
    else one.mutate({ params: { id: of.orderId, fulfilmentId: of.fulfilmentId }, query });
  };
  return { size, choose, print, isBusy: many.isPending || one.isPending, error: many.error ?? one.error };
}
