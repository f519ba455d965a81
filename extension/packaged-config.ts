import { parseNoteKey, SIGNATURE_TYPES } from '../shared/log/note.ts';

/** What a build's `config.json` holds: the server's origin, and the witnesses of its log that are believed. */
export function makeConfig(
  serverOrigin: string,
  environment: { WAYVEIL_LOG_WITNESSES?: string; WAYVEIL_LOG_QUORUM?: string },
): { serverOrigin: string; witnesses?: string[]; quorum?: number } {
  const { origin } = new URL(serverOrigin);
  const witnesses = (environment.WAYVEIL_LOG_WITNESSES ?? '').split(',').flatMap(readKey);
  const quorum = Number(environment.WAYVEIL_LOG_QUORUM ?? 0);
  if (!Number.isInteger(quorum) || quorum < 0 || quorum > witnesses.length)
    throw new Error('WAYVEIL_LOG_QUORUM is a whole number, and no more than there are witnesses');
  return quorum === 0 ? { serverOrigin: origin } : { serverOrigin: origin, witnesses, quorum };
}

/** The server's setting may be used as it is: an address behind the key is left out. */
function readKey(part: string): string[] {
  const [key = ''] = part.trim().split(/\s+/);
  if (key === '') return [];
  if (parseNoteKey(key)?.type !== SIGNATURE_TYPES.cosignature)
    throw new Error('WAYVEIL_LOG_WITNESSES holds keys of witnesses, name+id+key, with commas between');
  return [key];
}
