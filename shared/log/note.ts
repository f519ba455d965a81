import { sha256 } from '@noble/hashes/sha2.js';
import { decodeBase64, encodeBase64 } from './base64.ts';

/** One line of signature under a note: who, which key (four bytes as hex), and the signature's bytes. */
export interface NoteSignature {
  name: string;
  keyId: string;
  signature: Uint8Array<ArrayBuffer>;
}

/** A C2SP signed note: a text that ends in a newline, and who signed it. Nothing in it is proven yet. */
export interface Note {
  text: string;
  signatures: NoteSignature[];
}

/** Kinds of note signature (C2SP signed-note): plain Ed25519, and a witness's cosignature with its time. */
export const SIGNATURE_TYPES = { ed25519: 1, cosignature: 4 } as const;

/** Who may sign, by name and Ed25519 key. */
export interface NoteKey {
  name: string;
  type: (typeof SIGNATURE_TYPES)[keyof typeof SIGNATURE_TYPES];
  publicKey: Uint8Array<ArrayBuffer>;
}

const NOTE_LIMIT = 64 * 1024;
const SIGNATURES_AT_MOST = 32;

/** The note, or null where the text is none. */
export function parseNote(text: string): Note | null {
  const end = text.lastIndexOf('\n\n');
  if (end < 0 || text.length > NOTE_LIMIT || !text.endsWith('\n') || hasControls(text)) return null;
  const lines = text.slice(end + 2, -1).split('\n');
  if (lines.length > SIGNATURES_AT_MOST) return null;
  const signatures = lines.map(parseSignatureLine);
  if (!signatures.every(signature => signature !== null)) return null;
  return { text: text.slice(0, end + 1), signatures };
}

function hasControls(text: string): boolean {
  return [...text].some(character => character < ' ' && character !== '\n');
}

/** One line `— name base64`, without its newline; null where it is none. */
export function parseSignatureLine(line: string): NoteSignature | null {
  const [, name = '', encoded = ''] = /^— (\S+) (\S+)$/u.exec(line) ?? [];
  const bytes = decodeBase64(encoded);
  if (!isKeyName(name) || !bytes || bytes.length < 5) return null;
  return { name, keyId: formatHex(bytes.slice(0, 4)), signature: bytes.slice(4) };
}

/** The line as it stands in a note, without its newline. */
export function formatSignatureLine({ name, keyId, signature }: NoteSignature): string {
  return `— ${name} ${encodeBase64(Uint8Array.of(...parseHex(keyId), ...signature))}`;
}

export function formatNote({ text, signatures }: Note): string {
  return `${text}\n${signatures.map(signature => `${formatSignatureLine(signature)}\n`).join('')}`;
}

/** First four bytes of SHA-256 over name, newline, type and key, as hex. */
export function computeKeyId({ name, type, publicKey }: NoteKey): string {
  const hash = sha256
    .create()
    .update(new TextEncoder().encode(`${name}\n`))
    .update(Uint8Array.of(type))
    .update(publicKey)
    .digest();
  return formatHex(hash.slice(0, 4));
}

/** A verifier key as text: `name+keyid+base64` (C2SP signed-note, "vkey"). */
export function formatNoteKey(key: NoteKey): string {
  return `${key.name}+${computeKeyId(key)}+${encodeBase64(Uint8Array.of(key.type, ...key.publicKey))}`;
}

/** The key of a text such as `formatNoteKey` writes; null for an unknown type, a wrong length or a wrong key id. */
export function parseNoteKey(text: string): NoteKey | null {
  const [, name = '', keyId = '', encoded = ''] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text) ?? [];
  const bytes = decodeBase64(encoded);
  const type = Object.values(SIGNATURE_TYPES).find(known => known === bytes?.[0]);
  if (bytes?.length !== 33 || type === undefined || !isKeyName(name)) return null;
  const key: NoteKey = { name, type, publicKey: bytes.slice(1) };
  return computeKeyId(key) === keyId ? key : null;
}

function isKeyName(name: string): boolean {
  return /^[^\s+]+$/u.test(name);
}

function formatHex(bytes: Uint8Array): string {
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}

function parseHex(text: string): number[] {
  return (text.match(/../g) ?? []).map(pair => Number.parseInt(pair, 16));
}
