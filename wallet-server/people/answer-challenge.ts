import type { Services } from '../app/services.ts';
import { type ChallengePurpose, takeChallenge } from './challenge.ts';
import { type AssertionRefusal, verifyPasskeyAssertion } from './verify-passkey-assertion.ts';

/** Who answered a challenge, by which passkey, and what was kept with it. */
interface Answered {
  personId: string;
  credentialId: string;
  detail: unknown;
}

/**
 * Takes a challenge out and checks that a passkey signed exactly that: good once, however it turns out. With `personId`,
 * a challenge or a passkey of anyone else is unknown.
 */
export async function answerChallenge(
  services: Services,
  given: { id: string; purpose: ChallengePurpose; personId?: string; credential: unknown },
): Promise<Answered | { refused: AssertionRefusal | 'challenge_unknown' }> {
  const { credential, ...wanted } = given;
  const kept = await takeChallenge(services, wanted);
  if (!kept) return { refused: 'challenge_unknown' };
  const { personId } = wanted;
  const whose = personId === undefined ? {} : { personId };
  const verified = await verifyPasskeyAssertion(services, {
    ...{ ...whose, credential, expectedChallenge: kept.challenge },
  });
  return 'refused' in verified ? verified : { ...verified, detail: kept.detail };
}
