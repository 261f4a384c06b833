import type { Asking, Told } from '../../../../platform/cockpit/api/index.ts';
import type { Language } from '../../../../platform/cockpit/text/index.ts';

export type AlertRead = Told<'readReportAlert'>;
export type AlertBody = Asking<'createReportAlert'>['body'];
export type Rule = AlertBody['rule'];
export type Preview = Told<'previewReportAlert'>;

/** What a new one begins as: net sales that are unusual, about one false alarm a month. */
export function newAlert(name: string, language: Language, memberId: string): AlertBody {
  return {
    ...{ name, language, query: 'FROM sales SHOW net_sales', grain: 'day', graceMinutes: 60 },
    rule: { kind: 'anomaly', direction: 'either', falseAlarms: 'month' },
    ...{ quietFrom: 21, quietTo: 7, hasWebhooks: false, recipients: [{ kind: 'member', memberId }] },
  };
}

/** What is sent of one that was read. */
export function bodyOf(alert: AlertRead): AlertBody {
  const { name, language, query, rule, grain, graceMinutes, quietFrom, quietTo, hasWebhooks, recipients } =
    alert;
  return { name, language, query, rule, grain, graceMinutes, quietFrom, quietTo, hasWebhooks, recipients };
}
