const BUDGET = 'budget ';

/** What a counter of a promotion counts: uses in all, of a customer, of a code, or minor units of a budget. */
export const subjectOf = {
  all: 'all',
  customer: (id: string): string => `customer ${id}`,
  budget: (currency: string): string => BUDGET + currency,
  code: (code: string): string => `code ${code}`,
  /** The currency of a budget's counter; undefined for any other. */
  currencyOf: (subject: string): string | undefined =>
    subject.startsWith(BUDGET) ? subject.slice(BUDGET.length) : undefined,
} as const;
