import { readFileSync } from 'node:fs';
import { isValidBIC, isValidIBAN } from 'ibantools';
import { z } from 'zod';
import { CheckedHub } from '#shared/address/hub.ts';
import { Host } from '#shared/api/fields.ts';
import { decodeBase64url } from '#shared/crypto/base64url.ts';
import { parseNoteKey, SIGNATURE_TYPES } from '#shared/log/note.ts';
import { hashKey, type KeyHolder } from '../app/outside-keys.ts';
import type { Witness } from '../log/ask-witness.ts';
import { parseVaultAddress } from '../vault/address.ts';
import { BUILT_EXTENSION_ORIGINS } from './extension-origins.ts';
import { KEY_BYTES } from './keep-key.ts';
import { makeLimits, parseLimits } from './limits.ts';
import { SAMPLE_HUBS } from './sample-hubs.ts';

/** A variable of the environment that `read` turns into a value, or into null where it is wrong. */
function variable<T>(write: string, read: (text: string) => T | null) {
  return z.string().transform((text, context): T => {
    const value = read(text);
    if (value !== null) return value;
    context.addIssue({ code: 'custom', message: `write ${write}` });
    return z.NEVER;
  });
}

const text = z.string().min(1, 'write a text, or leave it out');

function integer(from: number, to: number) {
  return variable(`a whole number from ${from} to ${to}`, given => {
    const value = /^\d{1,9}$/.test(given) ? Number(given) : -1;
    return value >= from && value <= to ? value : null;
  });
}

const origin = variable('an origin such as https://wallet.example (no path)', given => {
  if (!URL.canParse(given)) return null;
  const url = new URL(given);
  return /^https?:$/.test(url.protocol) && url.origin === given ? given : null;
});

const extensionOrigins = variable('origins such as chrome-extension://ID, with commas between', given => {
  const origins = given.split(',').map(part => part.trim());
  return origins.every(part => /^(chrome|moz)-extension:\/\/[a-z0-9-]+$/.test(part)) ? origins : null;
});

const key = variable('32 bytes in base64url (43 characters)', given => {
  const bytes = decodeBase64url(given);
  return bytes?.length === KEY_BYTES ? bytes : null;
});

const keys = variable('32 bytes in base64url (43 characters)', given => {
  const read = given.split(',').map(part => decodeBase64url(part.trim()));
  const all = read.filter(bytes => bytes?.length === KEY_BYTES).filter(bytes => bytes !== null);
  return all.length === read.length ? all : null;
});

const keyHolders = variable(
  'id:name:key with commas between; a key has at least 32 characters',
  readKeyHolders,
);

function readKeyHolders(given: string): KeyHolder[] | null {
  const holders: KeyHolder[] = [];
  for (const part of given.split(',')) {
    const match = /^\s*([a-z0-9-]{1,32}):([^:,]{1,40}):([\w-]{32,200})\s*$/.exec(part);
    if (!match) return null;
    const [, id = '', name = '', secret = ''] = match;
    holders.push({ id, name, keyHash: hashKey(secret) });
  }
  return holders;
}

const witnesses = variable(
  'verifier keys of cosignatures, name+id+key, each with the address of its witness behind a space, with commas between',
  given => {
    const parts = given.split(',').map(part => readWitness(part.trim()));
    const read = parts.filter(witness => witness !== null);
    return read.length === parts.length ? read : null;
  },
);

function readWitness(text: string): Witness | null {
  const [, written = '', url = null] = /^(\S+)(?:\s+(https?:\/\/\S+))?$/.exec(text) ?? [];
  const key = parseNoteKey(written);
  if (key?.type !== SIGNATURE_TYPES.cosignature || (url !== null && !URL.canParse(url))) return null;
  return { key, url };
}

const parties = variable('id:key with commas between; a key is 32 bytes in base64url', given => {
  const all = given.split(',').map(part => {
    const [, id, secret] = /^\s*([a-z0-9-]{1,32}):([\w-]{43})\s*$/.exec(part) ?? [];
    const bytes = secret === undefined ? null : decodeBase64url(secret);
    return id !== undefined && bytes?.length === KEY_BYTES ? { id, key: bytes } : null;
  });
  const read = all.filter(party => party !== null);
  return read.length === all.length ? read : null;
});

const vaultAddress = variable('unix:/path/of.sock, or host:port', parseVaultAddress);

const signingSecret = variable('whsec_ and at least 24 bytes in base64', given => {
  return /^whsec_[A-Za-z0-9+/]{32,}={0,2}$/.test(given) ? given : null;
});

const iban = variable('an IBAN whose check digits hold', given => {
  const compact = given.replace(/\s/g, '').toUpperCase();
  return isValidIBAN(compact) ? compact : null;
});

const bic = variable('a BIC of 8 or 11 characters', given => (isValidBIC(given) ? given : null));

const yesOrNo = variable('yes or no', given => (given === 'yes' ? true : given === 'no' ? false : null));

const file = variable('the path of a file that can be read', given => {
  try {
    return readFileSync(given, 'utf8');
  } catch {
    return null;
  }
});

const hubs = variable(
  'the path of a JSON file with a list of hubs whose lines hold a code of six digits in 35 characters',
  given => {
    try {
      return z
        .array(CheckedHub)
        .min(1)
        .parse(JSON.parse(readFileSync(given, 'utf8')));
    } catch {
      return null;
    }
  },
);

const creditDefaults = makeLimits(10);
const codeDefaults = makeLimits(1);
const limitsOver = (defaults: Readonly<Record<string, bigint>>) =>
  variable('CURRENCY:AMOUNT in minor units with commas between, such as USD:50000', given =>
    parseLimits(given, defaults),
  );

/** Every variable of the environment that the wallet server reads; the README says what each is for. */
export const Variables = z.object({
  WAYVEIL_HOST: text.default('127.0.0.1'),
  WAYVEIL_PORT: integer(0, 65_535).prefault('8477'),
  WAYVEIL_ORIGIN: origin.optional(),
  WAYVEIL_RP_ID: Host.optional(),
  WAYVEIL_EXTENSION_ORIGINS: extensionOrigins.prefault(BUILT_EXTENSION_ORIGINS.join(',')),
  WAYVEIL_DATA_DIR: text.default('./data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'write postgres://…' }).optional(),
  VAULT_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'write postgres://…' }).optional(),
  VAULT_SECOND_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'write postgres://…' }).optional(),
  WAYVEIL_POSTGRES_BIN: text.optional(),
  WAYVEIL_POSTGRES_CACHE: text.optional(),
  WAYVEIL_POSTGRES_USER: text.optional(),
  WAYVEIL_CONNECTIONS: integer(2, 500).prefault('16'),
  WAYVEIL_SECRET_KEY: key.optional(),
  WAYVEIL_VAULT_KEY: keys.optional(),
  WAYVEIL_VAULT_FIRST_KEY: keys.optional(),
  WAYVEIL_VAULT_SECOND_KEY: keys.optional(),
  WAYVEIL_VAULT_FILES_KEY: keys.optional(),
  WAYVEIL_VAULT_FILES: text.optional(),
  WAYVEIL_VAULT_ADDRESS: vaultAddress.optional(),
  WAYVEIL_VAULT_PARTIES: parties.optional(),
  WAYVEIL_VAULT_CALLS_PER_SECOND: integer(1, 1_000_000).prefault('2000'),
  WAYVEIL_HUBS_FILE: hubs.optional(),
  WAYVEIL_CREDIT_LIMITS: limitsOver(creditDefaults).optional(),
  WAYVEIL_CODE_LIMITS: limitsOver(codeDefaults).optional(),
  WAYVEIL_CARRIER_KEYS: keyHolders.optional(),
  WAYVEIL_OPERATOR_KEYS: keyHolders.optional(),
  WAYVEIL_ISSUER_SECRET: signingSecret.optional(),
  WAYVEIL_BANK_SECRET: signingSecret.optional(),
  WAYVEIL_PAYOUT_NAME: z.string().trim().min(1).max(70, 'write at most 70 characters').optional(),
  WAYVEIL_PAYOUT_IBAN: iban.optional(),
  WAYVEIL_PAYOUT_BIC: bic.optional(),
  WAYVEIL_PAYOUT_ANSWER_DAYS: integer(1, 90).prefault('5'),
  WAYVEIL_FEE_BASIS_POINTS: integer(0, 5000).prefault('0'),
  WAYVEIL_NUMBER_DAYS: integer(1, 3650).prefault('90'),
  WAYVEIL_ERASURES_FILE: text.optional(),
  WAYVEIL_LOG_WITNESSES: witnesses.optional(),
  WAYVEIL_LOG_QUORUM: integer(0, 32).prefault('0'),
  WAYVEIL_WEBHOOK_PRIVATE_HOSTS: yesOrNo.optional(),
  WAYVEIL_OPEN_CALLS_PER_MINUTE: integer(1, 1_000_000).prefault('120'),
  WAYVEIL_PARTY_CALLS_PER_MINUTE: integer(1, 1_000_000).prefault('1200'),
  WAYVEIL_PAGE_CALLS_PER_MINUTE: integer(1, 1_000_000).prefault('3000'),
  WAYVEIL_CODES_PER_HOUR: integer(1, 1_000_000).prefault('30'),
  WAYVEIL_WRONG_PROOFS_PER_HOUR: integer(1, 1_000_000).prefault('600'),
  WAYVEIL_TRUSTED_PROXIES: integer(0, 10).prefault('0'),
  WAYVEIL_MAIL_DOMAIN: Host.default('mail.wayveil.example'),
  WAYVEIL_SMTP_HOST: text.default('127.0.0.1'),
  WAYVEIL_SMTP_PORT: integer(0, 65_535).prefault('8425'),
  WAYVEIL_SMTP_CERT_FILE: file.optional(),
  WAYVEIL_SMTP_KEY_FILE: file.optional(),
  WAYVEIL_RELAY_URL: text.optional(),
  WAYVEIL_MAILS_PER_HOUR: integer(1, 1_000_000).prefault('300'),
  WAYVEIL_DKIM_SELECTOR: text.optional(),
  WAYVEIL_DKIM_KEY_FILE: file.optional(),
  WAYVEIL_DNS_SERVER: text.optional(),
  WAYVEIL_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});
export type Variables = z.infer<typeof Variables>;

export const DEFAULT_LIMITS = { credit: creditDefaults, code: codeDefaults, hubs: SAMPLE_HUBS };
