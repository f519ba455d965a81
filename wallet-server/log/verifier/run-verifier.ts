import { parseArgs } from 'node:util';
import { getLog } from '#shared/api/log.ts';
import { encodeBase64 } from '#shared/log/base64.ts';
import { countCosignatures, type WitnessPolicy } from '#shared/log/cosignatures.ts';
import { formatNoteKey, type NoteKey, parseNote, parseNoteKey, SIGNATURE_TYPES } from '#shared/log/note.ts';
import { verifyNote } from '#shared/log/verify-note.ts';
import { describeFault } from './describe-fault.ts';
import { LogUnreachable, openServedLog, type ReadServed } from './open-served-log.ts';
import { type RememberedLog, readRemembered, writeRemembered } from './remembered-log.ts';
import { verifyServedLog } from './verify-served-log.ts';

const USAGE = `Usage: npm run verify-log -- --origin URL [--since FILE] [--key KEY] [--witness KEY …] [--quorum N]
  --origin  the wallet server, such as https://wallet.example
  --since   remembers key and checkpoint there, and compares with them the next time
  --key     the verifier key of the log, where it is known from elsewhere
  --witness the key of a witness that is believed (may be repeated)
  --quorum  so many of them must have signed the checkpoint (all of them)`;

/** All is well; the log is wrong; nothing can be said about it. */
export type ExitCode = 0 | 1 | 2;

/** Checks a served log and says in words what was found. */
export async function runVerifier(args: readonly string[], print: (line: string) => void): Promise<ExitCode> {
  const asked = readArguments(args);
  if (!asked) {
    print(USAGE);
    return 2;
  }
  const served = openServedLog(asked.origin);
  try {
    return await verify(served.read, asked, print);
  } catch (fault) {
    if (!(fault instanceof LogUnreachable)) throw fault;
    print(`NOT CHECKED: ${fault.message}.`);
    return 2;
  } finally {
    served.close();
  }
}

interface Asked {
  origin: string;
  since: string | undefined;
  key: NoteKey | null;
  witnesses: WitnessPolicy;
}

function readArguments(args: readonly string[]): Asked | null {
  try {
    const options = {
      origin: { type: 'string' },
      since: { type: 'string' },
      key: { type: 'string' },
      witness: { type: 'string', multiple: true },
      quorum: { type: 'string' },
    } as const;
    const { origin = '', since, key, ...asked } = parseArgs({ args: [...args], options }).values;
    const witnesses = readPolicy(asked);
    const given = key === undefined ? null : parseNoteKey(key);
    if (!/^https?:$/.test(URL.parse(origin)?.protocol ?? '') || (key !== undefined && !given)) return null;
    return witnesses && { origin, since, key: given, witnesses };
  } catch {
    return null;
  }
}

/** Null where a key is none, or more are asked for than are named. */
function readPolicy({ witness = [], quorum }: { witness?: string[]; quorum?: string }): WitnessPolicy | null {
  const keys = witness.map(parseNoteKey).filter(key => key?.type === SIGNATURE_TYPES.cosignature);
  const known = keys.filter(key => key !== null);
  const needed = quorum === undefined ? known.length : Number(quorum);
  const fits = known.length === witness.length && Number.isInteger(needed) && needed <= known.length;
  return fits && needed >= 0 ? { keys: known, quorum: needed } : null;
}

async function verify(read: ReadServed, asked: Asked, print: (line: string) => void): Promise<ExitCode> {
  const remembered = asked.since === undefined ? null : await readRemembered(asked.since);
  const log = await readDescription(read);
  const key = asked.key ?? remembered?.key ?? log?.key;
  if (!log || !key) {
    print('NOT CHECKED: this server does not say where its log lies.');
    return 2;
  }
  const found = await verifyServedLog({
    read,
    prefix: log.prefix,
    key,
    remembered: remembered?.checkpoint ?? null,
  });
  if ('fault' in found) {
    print(`WRONG: ${describeFault(found)}`);
    if (remembered) print(`Last checked: ${tell(remembered)}`);
    return 1;
  }
  const { keys, quorum } = asked.witnesses;
  const cosigned = await countCosignatures(found.note, keys);
  if (cosigned < quorum) {
    print(
      `WRONG: ${cosigned} of the ${keys.length} witnesses signed this checkpoint, and ${quorum} are asked for.`,
    );
    return 1;
  }
  print(`RIGHT: ${tell({ key, checkpoint: found.checkpoint })}`);
  print(`All entries and ${found.tilesCompared} tiles give the signed root.`);
  print(tellSince(asked, remembered));
  const told = quorum > 0 ? keys : log.witnesses;
  for (const witness of told) print(await tellWitness(found.note, witness));
  if (asked.since !== undefined) await writeRemembered(asked.since, key, found.note);
  return 0;
}

async function readDescription(read: ReadServed) {
  const bytes = await read('/v1/log');
  if (!bytes) return null;
  const decoded = getLog.result.safeParse(readJson(bytes));
  if (!decoded.success) return null;
  const { prefix, key, witnessKeys } = decoded.data;
  return {
    ...{ prefix, key: parseNoteKey(key) },
    witnesses: witnessKeys.map(parseNoteKey).filter(witness => witness !== null),
  };
}

function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}

function tell({ key, checkpoint }: RememberedLog): string {
  return `${checkpoint.origin}, ${checkpoint.size} entries, root ${encodeBase64(checkpoint.root)}, key ${formatNoteKey(key)}`;
}

function tellSince({ since, key }: Asked, remembered: RememberedLog | null): string {
  if (remembered)
    return `It begins with the ${remembered.checkpoint.size} entries of the last time: nothing was rewritten.`;
  const trusted = key ? '' : ' The key is the one that the server itself names.';
  return `Nothing was remembered, so nothing could be compared.${trusted}${since === undefined ? ' Give --since FILE to remember it.' : ''}`;
}

async function tellWitness(text: string, witness: NoteKey): Promise<string> {
  const note = parseNote(text);
  const verified = note && (await verifyNote(note, witness));
  if (verified === null) return `Witness ${witness.name} has not signed this checkpoint.`;
  return verified
    ? `Witness ${witness.name} saw the same.`
    : `The signature of witness ${witness.name} is wrong.`;
}
