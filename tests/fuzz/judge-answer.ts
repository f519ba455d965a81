import { CONTRACT, type Operation } from '#shared/api/contract.ts';
import type { Endpoint } from '#shared/api/endpoint.ts';
import { COMMON_REFUSALS } from '#shared/api/refusal.ts';

export interface Answer {
  status: number;
  contentType: string;
  text: string;
}

/** What whoever calls may always be told, before the operation itself is reached. */
const AT_THE_DOOR = [
  ...COMMON_REFUSALS,
  ...['idempotency_key_missing', 'idempotency_key_reused', 'idempotency_in_progress', 'conflict'],
  ...['session_missing', 'session_expired', 'proof_invalid', 'key_invalid', 'signature_invalid'],
  ...['seller_unknown', 'not_found'],
];

/** What is wrong with an answer, or null: no fault, nothing outside the contract, nothing of anybody else's. */
export function judgeAnswer(operation: Operation, answer: Answer, secrets: readonly string[]): string | null {
  const row: Endpoint = CONTRACT[operation];
  const leaked = secrets.find(secret => answer.text.includes(secret));
  if (leaked !== undefined) return `it tells what is somebody else's: secret ${secrets.indexOf(leaked)}`;
  if (answer.status >= 500) return `status ${answer.status}`;
  if (answer.status === row.status) return judgeResult(row, answer);
  if (!answer.contentType.startsWith('application/problem+json'))
    return `status ${answer.status} as ${answer.contentType}`;
  const { code } = JSON.parse(answer.text) as { code: string };
  const known: readonly string[] = [...row.refusals, ...AT_THE_DOOR];
  return known.includes(code) ? null : `the contract does not name the refusal ${code}`;
}

function judgeResult(row: Endpoint, answer: Answer): string | null {
  if (row.status === 204) return answer.text === '' ? null : 'a body where none should be';
  const decoded = row.result.safeParse(JSON.parse(answer.text));
  return decoded.success ? null : 'the result is not of the contract';
}
