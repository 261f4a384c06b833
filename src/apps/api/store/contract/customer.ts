import { z } from 'zod';
import {
  currencyInput,
  endpoint,
  id,
  instant,
  money,
  pageOf,
  pageQuery,
  text,
  uuid,
} from '../../../../platform/api/index.ts';
import { address, addressInput } from './address.ts';
import { storefront } from './catalogue.ts';

const customer = z
  .object({
    id: uuid(),
    email: z.string(),
    name: z.string(),
    phone: z.string(),
    locale: z.string(),
    acceptsMarketing: z.boolean(),
  })
  .meta({ id: 'Shopper' });

const savedAddress = z
  .object({
    id: uuid(),
    address,
    isDefaultShipping: z.boolean(),
    isDefaultBilling: z.boolean(),
  })
  .meta({ id: 'SavedAddress' });

const addressBody = z.strictObject({
  address: addressInput,
  isDefaultShipping: z.boolean().optional(),
  isDefaultBilling: z.boolean().optional(),
});

const session = z.object({
  id: uuid(),
  method: z.enum(['code', 'passkey']),
  userAgent: z.string(),
  createdAt: instant(),
  renewedAt: instant(),
  expiresAt: instant(),
  isThis: z.boolean(),
});

const consent = z.object({
  purpose: z.enum(['marketing_email', 'personalisation', 'terms']),
  isGiven: z.boolean(),
  textVersion: z.string(),
  at: instant(),
});

const done = z.object({ isDone: z.boolean() });
const shared = { group: 'Customer', audience: 'customer', rate: 'read' } as const;
const write = { ...shared, rate: 'write' } as const;
const addressParams = z.strictObject({ id: id<'customer_address'>() });
const ADDRESS_REFUSALS = { invalid_address: 422, too_many: 409, not_found: 404 } as const;
const CHANGE = { missing: 422, too_long: 422, too_many: 422, invalid: 422 } as const;
const wish = z.strictObject({ variantId: id<'variant'>() });

export const signInEndpoints = {
  requestCode: endpoint({
    ...{ group: 'Sign-in', audience: 'public', rate: 'guess', method: 'POST', path: '/sign-in/codes' },
    summary: 'Have a code mailed',
    description:
      'The answer is the same whether the address has an account. Keep the challenge: a code needs it.',
    body: z.strictObject({ email: text(254, 3), storefront }),
    output: z.object({ challenge: z.string(), expiresAt: instant() }),
    ...{ idempotency: 'two_phase', status: 202 },
    refusals: { invalid: 422, too_many_requests: 429, unknown_storefront: 422 },
  }),
  signIn: endpoint({
    ...{ group: 'Sign-in', audience: 'public', rate: 'guess', method: 'POST', path: '/sign-in' },
    summary: 'Sign in with the code that was mailed',
    description:
      'The token opens what is marked for customers: `Authorization: Bearer …`. Who has no account gets one.',
    body: z.strictObject({ challenge: text(100, 1), code: text(40, 1), storefront }),
    output: z.object({ token: z.string(), expiresAt: instant(), isNew: z.boolean(), customer }),
    ...{ idempotency: 'two_phase', status: 201 },
    refusals: { code_not_accepted: 422, unknown_storefront: 422 },
  }),
  renewSession: endpoint({
    ...{ ...write, group: 'Sign-in', method: 'POST', path: '/customer/session/renewal' },
    summary: 'Change the token of this session',
    description:
      'Daily, so that one that was copied does not live long. The former is good for another minute.',
    ...{ output: z.object({ token: z.string() }), idempotency: 'transaction', status: 201 },
    refusals: { renewed_meanwhile: 409 },
  }),
  signOut: endpoint({
    ...{ ...write, group: 'Sign-in', method: 'DELETE', path: '/customer/session', summary: 'Sign out' },
    ...{ output: done, refusals: {} },
  }),
  listSessions: endpoint({
    ...{
      ...shared,
      group: 'Sign-in',
      method: 'GET',
      path: '/customer/sessions',
      summary: 'Where one is signed in',
    },
    ...{ query: z.strictObject(pageQuery), output: pageOf(session), refusals: { invalid_cursor: 422 } },
  }),
  revokeSession: endpoint({
    ...{ ...write, group: 'Sign-in', method: 'DELETE', path: '/customer/sessions/{id}' },
    ...{ summary: 'Sign out elsewhere', params: z.strictObject({ id: id<'customer_session'>() }) },
    ...{ output: done, refusals: {} },
  }),
};

export const customerEndpoints = {
  readCustomer: endpoint({
    ...{ ...shared, method: 'GET', path: '/customer', summary: 'Who is signed in', output: customer },
    refusals: { not_found: 404 },
  }),
  changeCustomer: endpoint({
    ...{ ...write, method: 'PATCH', path: '/customer', summary: 'Change name or telephone number' },
    body: z.strictObject({ name: text(100).optional(), phone: text(30).optional() }),
    ...{
      output: customer,
      refusals: { ...CHANGE, not_found: 404, email_taken: 409, changed_meanwhile: 409 },
    },
  }),
  listAddresses: endpoint({
    ...{ ...shared, method: 'GET', path: '/customer/addresses', summary: 'Addresses that are kept' },
    ...{ query: z.strictObject(pageQuery), output: pageOf(savedAddress), refusals: { invalid_cursor: 422 } },
  }),
  addAddress: endpoint({
    ...{
      ...write,
      method: 'POST',
      path: '/customer/addresses',
      summary: 'Keep an address',
      body: addressBody,
    },
    ...{ output: savedAddress, status: 201, idempotency: 'transaction', refusals: ADDRESS_REFUSALS },
  }),
  changeAddress: endpoint({
    ...{ ...write, method: 'PUT', path: '/customer/addresses/{id}', summary: 'Change an address' },
    ...{ params: addressParams, body: addressBody, output: savedAddress, refusals: ADDRESS_REFUSALS },
  }),
  removeAddress: endpoint({
    ...{ ...write, method: 'DELETE', path: '/customer/addresses/{id}', summary: 'Take an address away' },
    ...{ params: addressParams, output: done, refusals: {} },
  }),
  listConsents: endpoint({
    ...{ ...shared, method: 'GET', path: '/customer/consents', summary: 'What was agreed to and withdrawn' },
    ...{ query: z.strictObject(pageQuery), output: pageOf(consent), refusals: { invalid_cursor: 422 } },
  }),
  setConsent: endpoint({
    ...{ ...write, method: 'PUT', path: '/customer/consents/{purpose}', summary: 'Agree, or withdraw that' },
    description: 'With the words that were shown: they are the proof.',
    params: z.strictObject({ purpose: z.enum(['marketing_email', 'personalisation']) }),
    body: z.strictObject({ isGiven: z.boolean(), textVersion: text(50, 1), text: text(5_000, 1) }),
    ...{ output: done, refusals: { not_found: 404 } },
  }),
  readWishlist: endpoint({
    ...{
      ...shared,
      method: 'GET',
      path: '/customer/wishlist',
      summary: 'Variants that are wished for, by their id',
    },
    ...{ query: z.strictObject(pageQuery), output: pageOf(z.object({ variantId: uuid() })) },
    refusals: { invalid_cursor: 422 },
  }),
  addWish: endpoint({
    ...{ ...write, method: 'PUT', path: '/customer/wishlist/{variantId}', summary: 'Wish for a variant' },
    ...{ params: wish, output: done, refusals: { too_many: 409, not_found: 404, unknown_variant: 404 } },
  }),
  removeWish: endpoint({
    ...{ ...write, method: 'DELETE', path: '/customer/wishlist/{variantId}', summary: 'Do not wish for it' },
    ...{ params: wish, output: done, refusals: {} },
  }),
  readStoreCredit: endpoint({
    ...{
      ...shared,
      method: 'GET',
      path: '/customer/store-credit/{currency}',
      summary: 'Credit that one has',
    },
    ...{ params: z.strictObject({ currency: currencyInput() }), output: z.object({ balance: money }) },
    refusals: {},
  }),
};
