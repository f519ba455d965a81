import { IntlMessageFormat } from 'intl-messageformat';
import type { CheckName, CheckResult } from '#shared/api/operators.ts';
import { CHECK_TEXTS } from '#shared/checks/check-texts.ts';

/** What is well, for the doctor alone: the operator's page shows what is not. */
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
  const words = state === 'passed' ? RIGHT[check] : sayWrong(check, count);
  return `${MARKS[state]} ${check}: ${words}`;
}

function sayWrong(check: CheckName, count: number): string {
  const what = new IntlMessageFormat(CHECK_TEXTS.en[`check.${check}`], 'en').format({ count });
  return `${what}. ${CHECK_TEXTS.en[`check_advice.${check}`]}`;
}
