import { existsSync, readFileSync } from 'node:fs';
import { verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';
import { describe, expect, test } from 'vitest';
import { judgeClientData } from './client-data.ts';
import { verifyPasskeyRegistration } from './verify-passkey-registration.ts';

const PATH = `${process.env.WAYVEIL_SHARED ?? '../shared'}/vectors/webauthn-l3.json`;

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

const vectors: Vector[] = existsSync(PATH) ? JSON.parse(readFileSync(PATH, 'utf8')).vectors : [];
const toBase64url = (hex: string) => Buffer.from(hex, 'hex').toString('base64url');
const settings = { origin: 'https://example.org', extensionOrigins: [], rpId: 'example.org' };

function isFramed(hex: string): boolean {
  return /"crossOrigin":true|"topOrigin"/.test(Buffer.from(hex, 'hex').toString());
}

function isPlain({ section, registration, authentication }: Vector): boolean {
  const framed = isFramed(registration.clientDataJSON) || isFramed(authentication.clientDataJSON);
  return section.startsWith('none-es256') && !framed;
}

describe.skipIf(vectors.length === 0)('WebAuthn test vectors (absent: set WAYVEIL_SHARED)', () => {
  test('some are made inside a foreign frame, and those are refused', () => {
    const framed = vectors.flatMap(({ registration, authentication }) =>
      [registration.clientDataJSON, authentication.clientDataJSON].filter(isFramed),
    );
    expect(framed.length).toBeGreaterThan(0);
    for (const hex of framed) expect(judgeClientData(toBase64url(hex), settings)).toBe('origin_foreign');
  });

  test.each(vectors.filter(isPlain))('$section', async vector => {
    const { registration, authentication } = vector;
    const id = toBase64url(registration.credential_id);
    const common = { id, rawId: id, type: 'public-key' as const, clientExtensionResults: {} };
    const clientDataJSON = toBase64url(registration.clientDataJSON);
    const attestationObject = toBase64url(registration.attestationObject);
    const credential = { ...common, response: { clientDataJSON, attestationObject } };
    const expected = { expectedOrigin: settings.origin, expectedRPID: settings.rpId };
    const registered = await verifyRegistrationResponse({
      ...expected,
      response: credential,
      expectedChallenge: toBase64url(registration.challenge),
      requireUserVerification: false,
    });
    expect(registered.verified).toBe(true);
    if (!registered.verified) return;
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
    const given = { credential, expectedChallenge: toBase64url(registration.challenge) };
    expect(await verifyPasskeyRegistration({ settings: settings as never }, given)).toEqual({
      refused: 'passkey_invalid',
    });
  });
});
