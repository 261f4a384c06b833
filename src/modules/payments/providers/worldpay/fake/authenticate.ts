import { authorizeCard } from './act.ts';
import { ApiError } from './api-error.ts';
import { CARDS } from './cards.ts';
import { renderPayment } from './render.ts';
import type { Authentication, WorldpayWorld } from './world.ts';

export type Answer = { readonly status: number; readonly body: object };

/** The first answer to an authorisation with 3-D Secure: collect the device's data first. */
export function askForDevice(world: WorldpayWorld, one: Authentication): Answer {
  const { transactionReference, link } = one;
  world.authentications.set(link, one);
  return {
    status: 201,
    body: {
      ...{ outcome: '3dsDeviceDataRequired', transactionReference },
      deviceDataCollection: { jwt: link, url: `${world.origin()}/V1/Cruise/Collect`, bin: '400000' },
      _actions: { supply3dsDeviceData: action(world, `${link}/3dsDeviceData`) },
    },
  };
}

/** With the device's data the bank decides whether it asks its cardholder. */
export function supplyDevice(world: WorldpayWorld, link: string): Answer {
  const one = authenticationOf(world, link, 'device');
  const { card, isChallengeAsked, transactionReference } = one;
  if (CARDS.get(card)?.kind !== 'challenge' && !isChallengeAsked) return authorizeNow(world, one);
  one.stage = 'challenge';
  return {
    status: 201,
    body: {
      ...{ outcome: '3dsChallenged', transactionReference },
      challenge: {
        ...{ reference: link, jwt: link, payload: '' },
        url: `${world.origin()}/V2/Cruise/StepUp`,
      },
      _actions: { complete3dsChallenge: action(world, `${link}/3dsChallenges`) },
    },
  };
}

export function completeChallenge(world: WorldpayWorld, link: string): Answer {
  const one = authenticationOf(world, link, 'challenge');
  const { transactionReference } = one;
  if (one.isPassed === true) return authorizeNow(world, one);
  one.stage = 'ended';
  return { status: 201, body: { outcome: '3dsAuthenticationFailed', transactionReference } };
}

function authorizeNow(world: WorldpayWorld, one: Authentication): Answer {
  one.stage = 'ended';
  const { card, transactionReference } = one;
  const behaviour = CARDS.get(card);
  if (behaviour?.kind === 'high_risk') {
    return { status: 201, body: { outcome: 'fraudHighRisk', transactionReference } };
  }
  const payment = authorizeCard(world, one, card);
  if (one.session !== undefined) one.session.isUsed = true;
  const status = one.isAutoSettled && behaviour?.kind !== 'refuse' ? 202 : 201;
  return { status, body: renderPayment(world, payment) };
}

function authenticationOf(
  world: WorldpayWorld,
  link: string,
  stage: Authentication['stage'],
): Authentication {
  const one = world.authentications.get(link);
  if (one === undefined) throw new ApiError(404, 'resourceNotFound');
  if (one.stage !== stage) throw new ApiError(400, 'invalidLink');
  return one;
}

function action(world: WorldpayWorld, path: string): object {
  return { href: `${world.origin()}/api/payments/${path}`, method: 'POST' };
}
