const token = 'A'.repeat(43);
const assertion = {
  ...{ id: 'aGVsbG8', rawId: 'aGVsbG8', type: 'public-key', clientExtensionResults: {} },
  response: {
    ...{ clientDataJSON: 'e30', authenticatorData: 'e30', signature: 'e30', userHandle: 'e30' },
  },
};
const registration = {
  ...{ id: 'aGVsbG8', rawId: 'aGVsbG8', type: 'public-key', clientExtensionResults: {} },
  response: { clientDataJSON: 'e30', attestationObject: 'e30', transports: ['internal'] },
};
const password = 'brave otter moves house';
const role = { name: 'Night shift', grants: [{ permission: 'orders:refund', limit: '250.00' }] };

/** Bodies by which staff sign in, look after themselves and after the team. */
export const STAFF_EXAMPLES = {
  signInWithPasskey: { challengeToken: token, response: assertion },
  signInWithPassword: { email: 'ada@example.com', password },
  signInWithCode: { challengeToken: token, code: '123456' },
  stepUp: { proof: { kind: 'password', password, code: '123456' } },
  readWelcome: { token },
  offerFirstPasskey: { token, name: 'Ada Byron', email: 'ada@example.com' },
  offerFirstAuthenticator: { token, email: 'ada@example.com' },
  acceptWelcome: {
    ...{ token, name: 'Ada Byron', email: 'ada@example.com', language: 'en' },
    credential: { kind: 'password', password, enrolment: 'v1.0a1b2c3d.e30', code: '123456' },
  },
  changeProfile: { name: 'Ada Byron', language: 'de', theme: 'dark' },
  addPasskey: { challengeToken: token, response: registration, name: 'Laptop' },
  changePassword: { password },
  changeAuthenticator: { enrolment: 'v1.0a1b2c3d.e30', code: '123456' },
  changeRoles: { roles: ['support', 'warehouse'] },
  invite: { email: 'nora@example.com', roles: ['support'], language: 'en' },
  changeConfirmation: { refundsAbove: '150.00' },
  createRole: role,
  changeRole: role,
} as const;
