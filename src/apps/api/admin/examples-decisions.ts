const amount = (text: string) => ({ amount: text, currency: 'EUR' });
const LIMITS = {
  ...{ most: amount('500.00'), mostShare: 0.2, week: amount('2000.00'), weekCount: 20 },
  ...{ leastValue: amount('5.00'), onlyReversible: true, fromHour: 7, toHour: 20 },
};
const DRAFT = { rule: 'within', limits: LIMITS, isDryRun: false };
const id = '01990000-0000-7000-8000-00000000d001';

/** Bodies of what decides, and of what may be decided without asking. */
export const DECISION_EXAMPLES = {
  approveDecision: { version: '1' },
  rejectDecision: { reason: 'It is back in season in March', version: '1' },
  editDecision: { fields: [{ key: 'price', value: '19.90' }], version: '1' },
  decideMany: { act: 'reject', decisions: [{ id, version: '1' }], reason: 'Not before the stocktake' },
  saveMandate: { ...DRAFT, version: '0' },
  tryMandate: DRAFT,
  saveEconomics: {
    ...{ marginFloor: 0.05, holding: 0.25, salvage: 0.3, slowCoverDays: 120 },
    attention: amount('5.00'),
  },
} as const;
