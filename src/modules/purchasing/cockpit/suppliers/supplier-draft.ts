import type { Told } from '../../../../platform/cockpit/api/index.ts';

export type Supplier = Told<'readSupplier'>;

/** A supplier as it is typed. */
export type SupplierDraft = Pick<
  Supplier,
  | 'name'
  | 'currency'
  | 'locale'
  | 'email'
  | 'address'
  | 'paymentDays'
  | 'discountMillionths'
  | 'discountDays'
  | 'incoterm'
  | 'leadDays'
  | 'orderWeekdays'
  | 'orderWeeks'
  | 'orderMinimumPieces'
  | 'rate'
  | 'note'
  | 'isActive'
  | 'contacts'
  | 'closedDays'
> & {
  /** '': none. */
  readonly minimum: string;
};

export function newSupplier(currency: string, locale: string): SupplierDraft {
  return {
    ...{ name: '', currency, locale, email: '', address: '', paymentDays: 30, incoterm: '', leadDays: 14 },
    ...{ discountMillionths: 0, discountDays: 0 },
    ...{ orderWeekdays: [], orderWeeks: 1, orderMinimumPieces: 0, minimum: '', rate: '1', note: '' },
    ...{ isActive: true, contacts: [], closedDays: [] },
  };
}

export function draftOf({ id: _, reviewDays: __, orderMinimum, ...supplier }: Supplier): SupplierDraft {
  return { ...supplier, minimum: /[1-9]/.test(orderMinimum.amount) ? orderMinimum.amount : '' };
}

/** As the API takes it; closed days that are not whole yet are left out. */
export function bodyOf({ minimum, ...draft }: SupplierDraft) {
  return {
    ...draft,
    closedDays: draft.closedDays.filter(({ from, until }) => from !== '' && until !== ''),
    ...(minimum === '' ? {} : { orderMinimum: { amount: minimum, currency: draft.currency } }),
  };
}
