import { createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { decodeBase64 } from '#shared/log/base64.ts';
import { type Checkpoint, openCheckpoint } from '#shared/log/checkpoint.ts';
import { equalsHash, type Hash } from '#shared/log/merkle-hash.ts';
import {
  computeKeyId,
  formatNoteKey,
  formatSignatureLine,
  type NoteKey,
  SIGNATURE_TYPES,
} from '#shared/log/note.ts';
import { makeCosignedText } from '#shared/log/verify-note.ts';
import { verifyConsistency } from '#shared/log/verify-proof.ts';

/** How a witness may fail its protocol. */
export type WitnessFault = 'silent' | 'wrong_signature' | 'other_key' | 'garbage' | 'endless';

/** A witness of transparency logs that speaks C2SP tlog-witness over HTTP and remembers what it cosigned. */
export interface Witness {
  /** Its verifier key and its address, as `WAYVEIL_LOG_WITNESSES` takes them. */
  setting: string;
  key: NoteKey;
  url: string;
  /** What it cosigned last of each log, by origin. */
  seen: Map<string, Checkpoint>;
  /** Every request's first line and the status that it got. */
  calls: { old: string; status: number }[];
  fault: WitnessFault | null;
  /** Watches the log of this key. */
  watch(log: NoteKey): void;
  close(): Promise<void>;
}

interface Answer {
  status: number;
  type?: string;
  body?: string;
}

const ENOUGH_BYTES = 256 * 1024;

export async function startWitness(name = 'witness.example/w1'): Promise<Witness> {
  const { privateKey } = generateKeyPairSync('ed25519');
  const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  const publicKey = new Uint8Array(Buffer.from(x, 'base64url'));
  const key: NoteKey = { name, type: SIGNATURE_TYPES.cosignature, publicKey };
  const logs = new Map<string, NoteKey>();
  const server = createServer(async (request, response) => {
    if (witness.fault === 'silent') {
      response.writeHead(503).end();
      return;
    }
    const { old, answer } = await judge(await readBody(request), { witness, logs, privateKey });
    witness.calls.push({ old, status: answer.status });
    response.writeHead(answer.status, answer.type ? { 'content-type': answer.type } : {}).end(answer.body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/witness`;
  const witness: Witness = {
    ...{ key, url, setting: `${formatNoteKey(key)} ${url}`, seen: new Map(), calls: [], fault: null },
    watch: log => void logs.set(log.name, log),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return witness;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

interface Judging {
  witness: Witness;
  logs: ReadonlyMap<string, NoteKey>;
  privateKey: KeyObject;
}

/** The order of checks is the protocol's. */
async function judge(body: string, judging: Judging): Promise<{ old: string; answer: Answer }> {
  const end = body.indexOf('\n\n');
  const [old = '', ...lines] = body.slice(0, end).split('\n');
  const note = body.slice(end + 2);
  const oldSize = /^old (0|[1-9]\d*)$/.exec(old)?.[1];
  const proof = lines.map(decodeBase64);
  if (oldSize === undefined || proof.length > 63 || !proof.every(hash => hash?.length === 32))
    return { old, answer: { status: 400 } };
  const answer = await judgeCheckpoint(note, { oldSize: Number(oldSize), proof: proof as Hash[] }, judging);
  return { old, answer };
}

async function judgeCheckpoint(
  note: string,
  { oldSize, proof }: { oldSize: number; proof: Hash[] },
  judging: Judging,
): Promise<Answer> {
  const { witness, logs } = judging;
  const log = logs.get(note.split('\n')[0] ?? '');
  if (!log) return { status: 404 };
  const checkpoint = await openCheckpoint(note, log);
  if ('refused' in checkpoint) return { status: 403 };
  if (oldSize > checkpoint.size) return { status: 400 };
  const seen = witness.seen.get(log.name);
  if (oldSize !== (seen?.size ?? 0))
    return { status: 409, type: 'text/x.tlog.size', body: `${seen?.size ?? 0}\n` };
  if (seen && seen.size === checkpoint.size && !equalsHash(seen.root, checkpoint.root))
    return { status: 409 };
  const isFirst = oldSize === 0 && proof.length === 0;
  if (!isFirst && !(seen && verifyConsistency({ from: seen, to: checkpoint, proof }))) return { status: 422 };
  witness.seen.set(log.name, checkpoint);
  return { status: 200, body: cosign(note.slice(0, note.indexOf('\n\n') + 1), judging) };
}

function cosign(text: string, { witness: { key, fault }, privateKey }: Judging): string {
  if (fault === 'garbage') return 'thank you\n';
  if (fault === 'endless') return `${'x'.repeat(ENOUGH_BYTES)}\n`;
  const time = BigInt(Math.floor(Date.now() / 1000));
  const stamp = Buffer.alloc(8);
  stamp.writeBigUInt64BE(time);
  const signed = fault === 'wrong_signature' ? `${text} ` : text;
  const bytes = sign(null, Buffer.from(makeCosignedText(signed, time)), privateKey);
  const named = fault === 'other_key' ? { ...key, name: 'stranger.example' } : key;
  const line = { name: named.name, keyId: computeKeyId(named) };
  return `${formatSignatureLine({ ...line, signature: new Uint8Array(Buffer.concat([stamp, bytes])) })}\n`;
}
