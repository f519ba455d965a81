import type { LogFault } from './verify-served-log.ts';

/** What is wrong, and what it means, for people. */
export function describeFault(found: LogFault): string {
  switch (found.fault) {
    case 'checkpoint_missing':
      return 'There is no checkpoint. Either this server keeps no log, or it hides it.';
    case 'checkpoint_malformed':
      return 'The checkpoint cannot be read as a signed note. Keep the answer: it says nothing that can be believed.';
    case 'origin_foreign':
      return 'The checkpoint is of a log with another name than its key.';
    case 'signature_missing':
      return 'The checkpoint is not signed by the key of this log. Either the key changed, or somebody else answers.';
    case 'signature_wrong':
      return 'The signature under the checkpoint is wrong: what it says was changed, or was never signed.';
    case 'history_shortened':
      return `HISTORY WAS TAKEN AWAY: the log had ${found.before} entries when it was last checked and has ${found.size} now.`;
    case 'history_rewritten':
      return `HISTORY WAS REWRITTEN: the first ${found.before} entries are not the ones that were there when it was last checked. Keep both signed checkpoints: together they prove it.`;
    case 'entries_missing':
      return `Entries that the checkpoint counts are not served: ${found.path}.`;
    case 'tile_differs':
      return `A tile does not agree with the entries below it: ${found.path}. Proofs made from it would be false.`;
    case 'root_differs':
      return `The ${found.size} entries that are served are not the ones that the log signed: an entry was changed, dropped or added.`;
  }
}
