import { ApiError, ResponseValidationError } from '@paypal/paypal-server-sdk';
import { z } from 'zod';
import { refuse } from '../../../../kernel/index.ts';
import { type ProviderRefusal, ProviderUnreachable } from '../../provider.ts';

/** The beginning of a message in each of the API's errors ("API responses", docs on HTTP status codes). */
const body = z.object({
  name: z.string().optional(),
  details: z.array(z.object({ issue: z.string().optional() })).optional(),
});

const TOO_LARGE: ReadonlySet<string> = new Set([
  ...['MAX_CAPTURE_AMOUNT_EXCEEDED', 'REFUND_AMOUNT_EXCEEDED', 'CAPTURE_FULLY_REFUNDED'],
  ...['AUTHORIZATION_AMOUNT_EXCEEDED', 'MAX_VALUE_EXCEEDED'],
]);
const NOT_NOW: ReadonlySet<string> = new Set([
  ...['AUTHORIZATION_VOIDED', 'AUTHORIZATION_DENIED', 'AUTHORIZATION_EXPIRED', 'PENDING_CAPTURE'],
  ...[
    'AUTHORIZATION_ALREADY_CAPTURED',
    'MAX_CAPTURE_COUNT_EXCEEDED',
    'PREVIOUSLY_CAPTURED',
    'CANNOT_BE_VOIDED',
  ],
  ...['PREVIOUSLY_VOIDED', 'ORDER_ALREADY_COMPLETED', 'ORDER_NOT_APPROVED', 'TRANSACTION_DISPUTED'],
  ...[
    'REFUND_NOT_PERMITTED_DUE_TO_CHARGEBACK',
    'REFUND_TIME_LIMIT_EXCEEDED',
    'MAX_NUMBER_OF_REFUNDS_EXCEEDED',
  ],
  ...['ACTION_NOT_ALLOWED_IN_CURRENT_DISPUTE_STATE'],
]);

/**
 * What an error of PayPal's API means: a refusal, or thrown when nobody knows whether the call had its effect. PayPal's
 * messages may name amounts and ids: they stay with the cause.
 */
export function refusalOf(error: unknown): { readonly ok: false; readonly refusal: ProviderRefusal } {
  if (isUnknown(error)) throw new ProviderUnreachable('paypal', messageOf(error), error);
  if (!(error instanceof ApiError)) throw error;
  const issue = issueOf(error);
  if (error.statusCode === 404) return refuse('unknown_payment', 'PayPal knows no such payment');
  if (TOO_LARGE.has(issue)) return refuse('amount_too_large', 'more than is left of this payment');
  if (NOT_NOW.has(issue)) return refuse('not_possible_now', 'the payment is in another state');
  return refuse('refused_by_provider', `PayPal refused: ${issue === '' ? error.statusCode : issue}`);
}

/** The most telling name of what is wrong: `INSTRUMENT_DECLINED` of an `UNPROCESSABLE_ENTITY`. */
export function issueOf(error: unknown): string {
  const parsed = body.safeParse(error instanceof ApiError ? error.result : undefined);
  if (!parsed.success) return '';
  return parsed.data.details?.find(({ issue }) => issue !== undefined)?.issue ?? parsed.data.name ?? '';
}

export function isMissing(error: unknown): boolean {
  return error instanceof ApiError && error.statusCode === 404;
}

/** PayPal understood, and would not: nothing has happened. */
export function isUnprocessable(error: unknown): boolean {
  return error instanceof ApiError && error.statusCode === 422;
}

/** The error itself where it says what happened, to be thrown where there is no refusal to return. */
export function thrown(error: unknown): unknown {
  refusalOf(error);
  return error;
}

/** The app at PayPal was not given this right. */
export function isForbidden(error: unknown): boolean {
  return error instanceof ApiError && error.statusCode === 403;
}

/** Under way under the same key, or so soon after that PayPal cannot tell yet. */
const IN_PROGRESS: ReadonlySet<string> = new Set([
  'PREVIOUS_REQUEST_IN_PROGRESS',
  'ORDER_COMPLETION_IN_PROGRESS',
]);

/** No answer, one that says nothing of the effect, one that is no answer of PayPal's, or the same call under way. */
function isUnknown(error: unknown): boolean {
  if (error instanceof ResponseValidationError) return true;
  if (!(error instanceof ApiError)) return error instanceof Error && 'isAxiosError' in error;
  const { statusCode } = error;
  const isBusy = statusCode === 408 || statusCode === 409 || statusCode === 429 || statusCode >= 500;
  return isBusy || IN_PROGRESS.has(issueOf(error));
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'no answer';
}
