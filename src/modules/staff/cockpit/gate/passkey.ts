import {
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';

type Options = Readonly<Record<string, unknown>>;

/** The person said no, took too long, or has no key here: nothing is wrong. */
export class PasskeyCancelled extends Error {}

/** Makes a key on the person's device; what the server is to be told of it. */
export function makePasskey(options: Options) {
  if (!isCreation(options)) throw new TypeError('these are no options to make a passkey of');
  return orCancelled(async () => {
    const {
      authenticatorAttachment: _where,
      clientExtensionResults: _more,
      ...made
    } = await startRegistration({
      optionsJSON: options,
    });
    const { clientDataJSON, attestationObject, transports } = made.response;
    const response = { clientDataJSON, attestationObject, transports: transports ?? [] };
    return { ...made, clientExtensionResults: {}, response };
  });
}

/** Has the person show a key of theirs. */
export function showPasskey(options: Options) {
  if (!isRequest(options)) throw new TypeError('these are no options to ask for a passkey');
  return orCancelled(async () => {
    const {
      authenticatorAttachment: _where,
      clientExtensionResults: _more,
      ...used
    } = await startAuthentication({
      optionsJSON: options,
    });
    const { clientDataJSON, authenticatorData, signature, userHandle = '' } = used.response;
    const response = { clientDataJSON, authenticatorData, signature, userHandle };
    return { ...used, clientExtensionResults: {}, response };
  });
}

async function orCancelled<Value>(ask: () => Promise<Value>): Promise<Value> {
  try {
    return await ask();
  } catch (error) {
    throw new PasskeyCancelled(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

function isCreation(options: object): options is PublicKeyCredentialCreationOptionsJSON {
  return 'challenge' in options && 'user' in options && 'pubKeyCredParams' in options;
}

function isRequest(options: object): options is PublicKeyCredentialRequestOptionsJSON {
  return 'challenge' in options;
}
