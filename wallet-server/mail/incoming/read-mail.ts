import { type ParsedMail, simpleParser } from 'mailparser';
import type { PostOffice } from '../post-office.ts';
import { type Authentication, authenticateMail } from './authenticate-mail.ts';
import type { InboundMail } from './inbound-mails.ts';

/** A mail that came in, what it says and who proved to have written it. */
export interface ReadMail {
  mail: InboundMail;
  parsed: ParsedMail;
  authentication: Authentication;
  /** 1 at the first try. */
  attempt: number;
}

/** DNS did not answer in time. */
class LookupError extends Error {
  readonly code = 'dns_unsure';
  constructor() {
    super('the sender of a mail cannot be checked while DNS does not answer');
    this.name = 'LookupError';
  }
}

const PATIENT_TRIES = 6;

/** Decodes and authenticates a mail. Throws a LookupError where asking DNS again later may prove its sender. */
export async function readMail(office: PostOffice, mail: InboundMail, attempt: number): Promise<ReadMail> {
  const { mailDomain } = office.services.settings;
  const authentication = await authenticateMail(mail, { mailDomain, resolver: office.resolver });
  if (authentication.unsure && !authentication.signed && attempt < PATIENT_TRIES) throw new LookupError();
  const parsed = await simpleParser(mail.raw, { skipImageLinks: true, skipTextToHtml: true });
  return { mail, parsed, authentication, attempt };
}
