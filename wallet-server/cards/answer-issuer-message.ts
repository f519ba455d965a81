import type { z } from 'zod';
import type { IssuerMessage, postIssuerMessage } from '#shared/api/outside.ts';
import type { Services } from '../app/services.ts';
import type { NetworkAnswer } from '../purchases/commit-record.ts';
import type { Change } from '../purchases/plan-change.ts';
import { type Candidate, type Plan, runCommand } from '../purchases/run-command.ts';
import { planDecline } from './declined-charges.ts';
import { hashMessage, nameMessage, type Verdict } from './issuer-message.ts';
import { type Judged, judgeIssuerMessage, judgeRefusal } from './judge-issuer-message.ts';
import { readNetworkFacts } from './read-network-facts.ts';

export type IssuerAnswer = z.output<(typeof postIssuerMessage)['result']>;

const ANSWER_TYPES = { '0100': '0110', '0220': '0230', '0400': '0410' } as const;

const UNKNOWN_NUMBER: Judged = { responseCode: '14', authorizationCode: null, reason: null, changes: [] };

/** Somebody held the purchase for longer than we may let the network wait: system malfunction, ask again. */
const BUSY: Verdict = { responseCode: '96', authorizationCode: null };

/**
 * Authorises, clears, refunds or reverses a one-time number, in one statement with the answer that is kept. A repeated
 * message gets its first answer, another one under the same name is a duplicate (94). A purchase that stays held for
 * half a second is answered by 96, which is kept nowhere: the same message again is decided.
 */
export async function answerIssuerMessage(services: Services, message: IssuerMessage): Promise<IssuerAnswer> {
  // The network waits two seconds: nobody is waited for.
  const answered = await runCommand(services, () => plan(services, message), { waits: false });
  const { responseCode, authorizationCode } = 'ok' in answered ? answered.ok : BUSY;
  return {
    messageTypeIndicator: ANSWER_TYPES[message.messageTypeIndicator],
    responseCode,
    authorizationIdentificationResponse: authorizationCode,
  };
}

async function plan(services: Services, message: IssuerMessage): Promise<Plan<Verdict, never>> {
  const contentHash = hashMessage(message);
  const { answered, armed } = await readNetworkFacts(
    services,
    nameMessage(message),
    message.primaryAccountNumber,
  );
  if (answered) {
    const { responseCode, authorizationCode } = answered;
    const isSame = answered.contentHash.equals(contentHash);
    const verdict: Verdict = isSame
      ? { responseCode, authorizationCode }
      : { responseCode: '94', authorizationCode: null };
    return { known: { ok: verdict } };
  }
  const judged = armed ? judgeIssuerMessage(services, armed, message) : UNKNOWN_NUMBER;
  const candidate = (verdict: Judged, change: Change | null): Candidate<Verdict> => {
    const { responseCode, authorizationCode, reason } = verdict;
    const purchaseId = armed?.purchase.id;
    const decline = reason && purchaseId ? planDecline(services, { purchaseId, reason }, message) : null;
    const keepsReference = change !== null && message.messageTypeIndicator === '0100';
    const network: NetworkAnswer = {
      ...{ ...nameMessage(message), contentHash, responseCode, authorizationCode, keepsReference, decline },
    };
    return { change, network, answer: { ok: { responseCode, authorizationCode } } };
  };
  const { changes } = judged;
  if (changes.length === 0) return { candidates: [candidate(judged, null)] };
  const declined = candidate(judgeRefusal('credit_insufficient'), null);
  return { candidates: [...changes.map(change => candidate(judged, change)), declined] };
}
