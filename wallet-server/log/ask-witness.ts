import { encodeBase64 } from '#shared/log/base64.ts';
import type { Hash } from '#shared/log/merkle-hash.ts';
import {
  computeKeyId,
  formatSignatureLine,
  type NoteKey,
  type NoteSignature,
  parseNote,
  parseSignatureLine,
} from '#shared/log/note.ts';
import { verifyNote } from '#shared/log/verify-note.ts';

/** A witness of the log (C2SP tlog-witness): by which key it cosigns, and where checkpoints are brought to. */
export interface Witness {
  key: NoteKey;
  /** The submission prefix; null where it brings its cosignatures itself. */
  url: string | null;
}

/** What a witness said. `behind`: it cosigned another size last; all others gave no cosignature. */
export type WitnessAnswer =
  | { cosignature: string }
  | { behind: number }
  | {
      refused:
        | 'unreachable'
        | 'log_unknown'
        | 'signature_refused'
        | 'proof_refused'
        | 'root_differs'
        | 'cosignature_wrong'
        | 'answer_malformed';
    };

interface Submission {
  oldSize: number;
  proof: readonly Hash[];
  /** The signed checkpoint. */
  note: string;
}

const TIME_LIMIT_MS = 10_000;
const ANSWER_LIMIT_BYTES = 64 * 1024;
const PROOF_LINES_AT_MOST = 63;

/** Brings a checkpoint to a witness, with the proof that it continues the one of `oldSize`. Throws nothing. */
export async function askWitness(
  { key, url }: { key: NoteKey; url: string },
  submission: Submission,
): Promise<WitnessAnswer> {
  const { oldSize, proof, note } = submission;
  if (proof.length > PROOF_LINES_AT_MOST) return { refused: 'proof_refused' };
  const lines = [`old ${oldSize}`, ...proof.map(encodeBase64), ''].map(line => `${line}\n`);
  try {
    const response = await fetch(`${url.replace(/\/$/, '')}/add-checkpoint`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      body: lines.join('') + note,
      redirect: 'error',
      signal: AbortSignal.timeout(TIME_LIMIT_MS),
    });
    const text = await readLimited(response);
    return await judge(response, text, { key, submission });
  } catch {
    return { refused: 'unreachable' };
  }
}

async function readLimited(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let [text, bytes] = ['', 0];
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > ANSWER_LIMIT_BYTES) throw new Error('a witness said too much');
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

async function judge(
  { status, headers }: Response,
  text: string,
  { key, submission }: { key: NoteKey; submission: Submission },
): Promise<WitnessAnswer> {
  switch (status) {
    case 200:
      return await findCosignature(text, submission.note, key);
    case 403:
      return { refused: 'signature_refused' };
    case 404:
      return { refused: 'log_unknown' };
    case 409:
      return judgeConflict(text, headers.get('content-type'), submission.oldSize);
    case 422:
      return { refused: 'proof_refused' };
    default:
      return { refused: 'unreachable' };
  }
}

/** A size is where it stands; without one, the same size has another root there. */
function judgeConflict(text: string, type: string | null, oldSize: number): WitnessAnswer {
  if (!type?.startsWith('text/x.tlog.size')) return { refused: 'root_differs' };
  const size = /^(0|[1-9]\d{0,15})\n$/.test(text) ? Number(text) : null;
  if (size === null || !Number.isSafeInteger(size)) return { refused: 'answer_malformed' };
  return size === oldSize ? { refused: 'root_differs' } : { behind: size };
}

/** The line by the key that we know; lines by others are passed over. */
async function findCosignature(text: string, note: string, key: NoteKey): Promise<WitnessAnswer> {
  if (!text.endsWith('\n')) return { refused: 'answer_malformed' };
  const lines = text.slice(0, -1).split('\n').map(parseSignatureLine);
  if (!lines.every(line => line !== null)) return { refused: 'answer_malformed' };
  const isOwn = ({ name, keyId }: NoteSignature) => name === key.name && keyId === computeKeyId(key);
  const own = lines.find(isOwn);
  const signed = parseNote(note);
  if (!own || !signed) return { refused: 'cosignature_wrong' };
  const verified = await verifyNote({ text: signed.text, signatures: [own] }, key);
  return verified ? { cosignature: formatSignatureLine(own) } : { refused: 'cosignature_wrong' };
}
