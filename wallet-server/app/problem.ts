import { REFUSALS, type RefusalCode } from '#shared/api/refusal.ts';

/** Problem details (RFC 9457). No member ever repeats a value of the input. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code?: RefusalCode;
  /** Which parts of the input are wrong, by their names in the schema (JSON Pointers, RFC 6901). */
  pointers?: string[];
}

export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

/** A refusal as problem details: `code_wrong` has the title `Code wrong`; words for people are in the locales. */
export function makeProblem(code: RefusalCode, pointers?: string[]): Problem {
  const title = code.charAt(0).toUpperCase() + code.slice(1).replaceAll('_', ' ');
  const problem: Problem = { type: `urn:wayveil:refusal:${code}`, title, status: REFUSALS[code], code };
  return pointers ? { ...problem, pointers } : problem;
}

/** A fault of ours: nothing is told but that it happened. */
export const FAULT_PROBLEM: Problem = { type: 'about:blank', title: 'Internal Server Error', status: 500 };

/** A refusal on its way out of Fastify's own hooks and parsers. */
export class RefusedCall extends Error {
  readonly code: RefusalCode;
  readonly pointers: string[] | undefined;
  constructor(code: RefusalCode, pointers?: string[]) {
    super(code);
    this.name = 'RefusedCall';
    this.code = code;
    this.pointers = pointers;
  }
}
