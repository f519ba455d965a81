import { createHash } from 'node:crypto';
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { readIfPresent } from '../storage/read-if-present.ts';

/**
 * One record that was erased for good, as the journal has it: a hash of its person's id, which says nothing without the
 * directory, how far in the order of their writes, and when.
 */
const JournalEntry = z.object({
  person: z.string().regex(/^[\w-]{43}$/),
  sequence: z.int().positive(),
  atMs: z.int().positive(),
});
export type JournalEntry = z.infer<typeof JournalEntry>;

/** A journal holds lines that are none of ours. */
export class JournalError extends Error {
  readonly code = 'erasures_damaged';
}

/** By what a person is named in the journal; ids hold 74 bits of chance, so nobody guesses one. */
export function hashPerson(personId: string): string {
  return createHash('sha256').update(`wayveil-erasure ${personId}`).digest('base64url');
}

/** Adds entries, on disk when it returns; with none, the file is there at least. The same entry may stand there twice. */
export async function appendToJournal(path: string, entries: readonly JournalEntry[]): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const file = await open(path, 'a+', 0o600);
  try {
    // A line that was cut short by a crash must not swallow the next one.
    const start = (await endsWithinLine(file)) ? '\n' : '';
    await file.appendFile(start + entries.map(entry => `${JSON.stringify(entry)}\n`).join(''));
    await file.sync();
  } finally {
    await file.close();
  }
}

async function endsWithinLine(file: Awaited<ReturnType<typeof open>>): Promise<boolean> {
  const { size } = await file.stat();
  if (size === 0) return false;
  const last = await file.read({ buffer: Buffer.alloc(1), position: size - 1 });
  return last.buffer.toString() !== '\n';
}

/**
 * The entries of a journal, or null where there is no such file. Lines that a crash cut short are passed over: what they
 * said was written again.
 * @throws JournalError where a line is whole and cannot be read.
 */
export async function readJournal(path: string): Promise<JournalEntry[] | null> {
  const text = await readIfPresent(path);
  return text?.split('\n').flatMap((line, index) => readLine(line, `line ${index + 1} of ${path}`)) ?? null;
}

function readLine(line: string, place: string): JournalEntry[] {
  if (line === '' || !line.endsWith('}')) return [];
  try {
    return [JournalEntry.parse(JSON.parse(line))];
  } catch (cause) {
    throw new JournalError(`${place} is no entry of a journal of erasures`, { cause });
  }
}
