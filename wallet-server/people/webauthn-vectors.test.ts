import { verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readVectorFile, tellCount } from '#tests/fixtures/vectors.ts';
import { judgeClientData } from './client-data.ts';
import { setPasskeyCrypto } from './passkey-crypto.ts';
import { verifyPasskeyRegistration } from './verify-passkey-registration.ts';

interface Vector {
  section: string;
  registration: {
    challenge: string;
    credential_id: string;
    clientDataJSON: string;
    attestationObject: string;
  };
  authentication: { challenge: string; authenticatorData: string; clientDataJSON: string; signature: string };
}

const vectors = readVectorFile<{ vectors: Vector[] }>('webauthn-l3.json')?.vectors ?? [];
const toBase64url = (hex: string) => Buffer.from(hex, 'hex').toString('base64url');
const settings = { origin: 'https://example.org', extensionOrigins: [], rpId: 'example.org' };

function isFramed(hex: string): boolean {
  return /"crossOrigin":true|"topOrigin"/.test(Buffer.from(hex, 'hex').toString());
}

/**
 * What our own door says to each registration: only a passkey whose user was verified, of an algorithm that we ask
 * for, and with an attestation that needs no roots (none is asked for).
 */
const ACCEPTED = ['packed-self-es256', 'packed-es256', 'packed-rs256'];
/** Sound, and made without verifying the user: the library takes them where it is told to, we do not. */
const UNVERIFIED = ['none-es256', 'none-es256-long-credential-id', 'packed-eddsa'];

const expected = { expectedOrigin: settings.origin, expectedRPID: settings.rpId };
const sections = (names: string[]) => vectors.filter(({ section }) => names.includes(section));

function toCredential({ registration }: Vector) {
  const id = toBase64url(registration.credential_id);
  const clientDataJSON = toBase64url(registration.clientDataJSON);
  const attestationObject = toBase64url(registration.attestationObject);
  const common = { id, rawId: id, type: 'public-key' as const, clientExtensionResults: {} };
  return { ...common, response: { clientDataJSON, attestationObject } };
}

async function register(vector: Vector) {
  const expectedChallenge = toBase64url(vector.registration.challenge);
  const given = { credential: toCredential(vector), expectedChallenge };
  return await verifyPasskeyRegistration({ settings: settings as never }, given);
}

describe.skipIf(vectors.length === 0).each([2, 4])(
  'WebAuthn test vectors with %i cores (absent: set WAYVEIL_SHARED)',
  cores => {
    beforeAll(() => setPasskeyCrypto(cores));
    afterAll(() => setPasskeyCrypto(4));

    test('some are made inside a foreign frame, and those are refused', () => {
      const framed = vectors.flatMap(({ registration, authentication }) =>
        [registration.clientDataJSON, authentication.clientDataJSON].filter(isFramed),
      );
      expect(framed.length).toBeGreaterThan(0);
      for (const hex of framed) expect(judgeClientData(toBase64url(hex), settings)).toBe('origin_foreign');
    });

    test('our door takes exactly those that were made as we ask', async () => {
      for (const vector of vectors) {
        const { section, registration } = vector;
        const answer = await register(vector);
        const refused = isFramed(registration.clientDataJSON) ? 'origin_foreign' : 'passkey_invalid';
        if (ACCEPTED.includes(section)) {
          expect(answer).toMatchObject({ credentialId: toBase64url(registration.credential_id) });
        } else expect([section, answer]).toEqual([section, { refused }]);
      }
      tellCount('WebAuthn Level 3, wallet-server/people', vectors.length, vectors.length);
    });

    test.each(sections([...ACCEPTED, ...UNVERIFIED]))(
      '$section signs in with what it registered',
      async vector => {
        const { registration, authentication } = vector;
        const credential = toCredential(vector);
        const registered = await verifyRegistrationResponse({
          ...expected,
          response: credential,
          expectedChallenge: toBase64url(registration.challenge),
          requireUserVerification: false,
        });
        if (!registered.verified) throw new Error('a published registration was not verified');
        const { response: _attested, ...common } = credential;
        const answered = await verifyAuthenticationResponse({
          ...expected,
          response: {
            ...common,
            response: {
              clientDataJSON: toBase64url(authentication.clientDataJSON),
              authenticatorData: toBase64url(authentication.authenticatorData),
              signature: toBase64url(authentication.signature),
            },
          },
          expectedChallenge: toBase64url(authentication.challenge),
          credential: registered.registrationInfo.credential,
          requireUserVerification: false,
        });
        expect(answered.verified).toBe(true);
      },
    );
  },
);
