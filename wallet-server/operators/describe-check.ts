import type { CheckName, CheckResult } from '#shared/api/operators.ts';

/** What is wrong, and what to do about it; `count` stands for {n}. */
const WRONG: Record<CheckName, string> = {
  migrations_current:
    '{n} migrations did not run on this database. Start the newest wallet server once; it runs them.',
  timer_beating:
    'The timer of purchases has not run for five minutes. See whether a wallet server runs, and its log for purchase_timer_failed. Clocks of purchases wait meanwhile.',
  purchases_timely:
    '{n} purchases are past the time at which something was due. See the log for purchase_timer_failed.',
  jobs_timely:
    '{n} jobs are due for more than five minutes. See whether a wallet server runs and whether it is busy.',
  jobs_alive:
    '{n} jobs were given up after all their tries. The log says why (job failed); what they owed was not done.',
  mails_handled: '{n} mails that came in had no effect yet. See the log for the job inbound_mail.',
  webhooks_taken:
    '{n} webhooks of the last week were never taken by their shops. They can be sent again by them.',
  payouts_answered:
    '{n} payouts are past their time and the bank told nothing of them. Ask it; GET /v1/operator/payouts names them. Send their file again (nothing is paid twice), or give up what the bank refused.',
  vault_reachable:
    'The vault cannot be reached. Real data waits in the staging table; couriers get numbers only. Look at its database.',
  vault_stores_there:
    '{n} of the three vault stores cannot be reached. Two suffice; bring it back before another one goes.',
  vault_settled: '{n} records wait for the vault for more than five minutes. Two of its stores must answer.',
  erasures_journaled:
    '{n} erasures of more than five minutes ago are not in the journal. See the log for erasures_not_journaled, and whether WAYVEIL_ERASURES_FILE can be written: a backup restored without them would bring that data back.',
  log_growing:
    '{n} leaves wait for their place in the log for more than five minutes. See whether a wallet server runs, and its log for log_late.',
  log_witnessed:
    '{n} witnesses have not cosigned the log for half an hour. See the log for witness_refused: what they say, and whether they can be reached.',
  log_undisputed:
    '{n} witnesses say that this log is not the one that they cosigned: it was rewritten, or put back from an old backup. Keep the database as it is and run npm run verify-log.',
  books_balanced:
    'The books do not balance in {n} currencies. Stop payouts, keep a backup, and compare transfers with balances.',
  vault_whole:
    '{n} records cannot be opened: two of their stores lost what was acknowledged. Restore those stores from a backup.',
  log_whole:
    'The log is not what was signed: an entry was changed, dropped or added. Keep the database as it is and run npm run verify-log.',
};

const RIGHT: Record<CheckName, string> = {
  migrations_current: 'the database is of this version',
  timer_beating: 'the timer runs',
  purchases_timely: 'nothing that was due waits',
  jobs_timely: 'no job is late',
  jobs_alive: 'no job was given up',
  mails_handled: 'every mail had its effect',
  webhooks_taken: 'shops took their webhooks',
  payouts_answered: 'the bank told of every payout in time',
  vault_reachable: 'the vault answers',
  vault_stores_there: 'all three stores answer',
  vault_settled: 'nothing waits for the vault',
  erasures_journaled: 'every erasure is in the journal',
  log_growing: 'every leaf has its place',
  log_witnessed: 'every witness cosigned lately',
  log_undisputed: 'no witness contradicts',
  books_balanced: 'debits and credits are equal, kept balances equal their postings',
  vault_whole: 'every record opens by two shares',
  log_whole: 'the leaves give the root that was signed',
};

const MARKS = { passed: 'ok  ', warned: 'WARN', failed: 'FAIL' } as const;

/** One line for people: `FAIL books_balanced: The books do not balance …`. */
export function describeCheck({ check, state, count }: CheckResult): string {
  const words = state === 'passed' ? RIGHT[check] : WRONG[check].replace('{n}', String(count));
  return `${MARKS[state]} ${check}: ${words}`;
}
