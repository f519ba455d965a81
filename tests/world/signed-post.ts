import { Webhook } from 'standardwebhooks';
import { toLoopback } from './loopback.ts';

/** Where a signed message goes: an origin, a path, and the secret that both sides share (`whsec_…`). */
export interface SignedPost {
  readonly origin: string;
  readonly path: string;
  readonly secret: string;
  readonly clock: () => number;
  /** After this long without an answer the post fails. */
  readonly timeoutMs?: number;
}

export interface PostedAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** Posts JSON signed by the Standard Webhooks scheme. Throws when nobody answers in time. */
export async function postSigned(to: SignedPost, messageId: string, message: unknown): Promise<PostedAnswer> {
  const body = JSON.stringify(message);
  const sentAt = new Date(to.clock());
  const response = await fetch(new URL(to.path, toLoopback(to.origin)), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'webhook-id': messageId,
      'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1000)),
      'webhook-signature': new Webhook(to.secret).sign(messageId, sentAt, body),
    },
    body,
    signal: AbortSignal.timeout(to.timeoutMs ?? 10_000),
  });
  return { status: response.status, body: await readJsonBody(response) };
}

/** The body as JSON, or its text where it is none. */
export async function readJsonBody(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
