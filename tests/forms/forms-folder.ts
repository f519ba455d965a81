import { join, resolve } from 'node:path';

/** The folder of labelled pages: `named`, or the one beside the repository. */
export function findFormsFolder(named?: string): string {
  return resolve(named ?? join(process.env.WAYVEIL_SHARED ?? '../shared', 'forms'));
}
