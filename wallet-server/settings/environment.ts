import type { z } from 'zod';
import { DEFAULT_TERMS } from '#shared/purchase/terms.ts';
import { MailSettings } from '../mail/mail-settings.ts';
import type { StartSettings } from './start-settings.ts';
import { DEFAULT_LIMITS, Variables } from './variables.ts';

/** The environment is wrong; the message names every wrong variable and says what to write. */
export class SettingsError extends Error {
  constructor(problems: readonly string[]) {
    super(`These settings are wrong:\n${problems.map(problem => `  ${problem}`).join('\n')}`);
    this.name = 'SettingsError';
  }
}

/** The one reader of the environment: every setting, or a `SettingsError` that names all that is wrong at once. */
export function readEnvironment(environment: NodeJS.ProcessEnv = process.env): StartSettings {
  const given = Object.entries(environment).filter(([, value]) => value !== undefined && value !== '');
  const decoded = Variables.safeParse(Object.fromEntries(given));
  if (!decoded.success) throw new SettingsError(decoded.error.issues.map(describeIssue));
  const variables = decoded.data;
  const mail = MailSettings.safeParse(gatherMail(variables));
  const problems = [
    ...findConflicts(variables),
    ...(mail.success ? [] : mail.error.issues.map(describeMail)),
  ];
  if (problems.length > 0 || !mail.success) throw new SettingsError(problems);
  return { ...gatherServer(variables), ...gatherStorage(variables), mail: mail.data };
}

function describeIssue(issue: z.core.$ZodIssue): string {
  return `${String(issue.path[0])}: ${issue.message}`;
}

const MAIL_VARIABLES: Record<string, string> = {
  relayUrl: 'WAYVEIL_RELAY_URL',
  dkim: 'WAYVEIL_DKIM_SELECTOR',
  dnsServer: 'WAYVEIL_DNS_SERVER',
};

function describeMail(issue: z.core.$ZodIssue): string {
  const setting = String(issue.path[0]);
  return `${MAIL_VARIABLES[setting] ?? setting}: ${issue.message}`;
}

/** Variables that are right alone and wrong together. */
function findConflicts(variables: Variables): string[] {
  const problems: string[] = [];
  const pairs = [
    ['DATABASE_URL', 'VAULT_DATABASE_URL'],
    ['WAYVEIL_SMTP_CERT_FILE', 'WAYVEIL_SMTP_KEY_FILE'],
    ['WAYVEIL_DKIM_SELECTOR', 'WAYVEIL_DKIM_KEY_FILE'],
  ] as const;
  for (const [one, other] of pairs) {
    if ((variables[one] === undefined) !== (variables[other] === undefined))
      problems.push(`${variables[one] === undefined ? one : other}: write it too, the two go together`);
  }
  if (variables.DATABASE_URL !== undefined) {
    for (const name of ['WAYVEIL_SECRET_KEY', 'WAYVEIL_VAULT_KEY'] as const) {
      if (variables[name] === undefined)
        problems.push(`${name}: write 32 bytes in base64url; all servers on one database need the same`);
    }
  }
  const { WAYVEIL_RP_ID: rpId, WAYVEIL_ORIGIN: origin } = variables;
  const host = new URL(origin ?? 'http://wallet.localhost').hostname;
  if (rpId !== undefined && host !== rpId && !host.endsWith(`.${rpId}`))
    problems.push(`WAYVEIL_RP_ID: write ${host} or a domain that it is part of`);
  return problems;
}

function gatherServer(variables: Variables): Omit<StartSettings, 'mail' | 'storage' | 'secretKey' | 'vault'> {
  return {
    host: variables.WAYVEIL_HOST,
    port: variables.WAYVEIL_PORT,
    origin: variables.WAYVEIL_ORIGIN ?? null,
    rpId: variables.WAYVEIL_RP_ID ?? null,
    extensionOrigins: variables.WAYVEIL_EXTENSION_ORIGINS,
    mailDomain: variables.WAYVEIL_MAIL_DOMAIN,
    hubs: variables.WAYVEIL_HUBS_FILE ?? DEFAULT_LIMITS.hubs,
    hubsAreSamples: variables.WAYVEIL_HUBS_FILE === undefined,
    terms: DEFAULT_TERMS,
    creditLimits: variables.WAYVEIL_CREDIT_LIMITS ?? DEFAULT_LIMITS.credit,
    defaultCodeLimits: variables.WAYVEIL_CODE_LIMITS ?? DEFAULT_LIMITS.code,
    webhookToPrivateHosts: variables.WAYVEIL_WEBHOOK_PRIVATE_HOSTS ?? variables.WAYVEIL_ORIGIN === undefined,
    logWitnesses: variables.WAYVEIL_LOG_WITNESSES ?? [],
    keys: {
      carriers: variables.WAYVEIL_CARRIER_KEYS ?? [],
      operators: variables.WAYVEIL_OPERATOR_KEYS ?? [],
      issuerSecret: variables.WAYVEIL_ISSUER_SECRET ?? null,
      bankSecret: variables.WAYVEIL_BANK_SECRET ?? null,
    },
    limits: {
      openPerMinute: variables.WAYVEIL_OPEN_CALLS_PER_MINUTE,
      partyPerMinute: variables.WAYVEIL_PARTY_CALLS_PER_MINUTE,
    },
    trustedProxies: variables.WAYVEIL_TRUSTED_PROXIES,
    logLevel: variables.WAYVEIL_LOG_LEVEL,
  };
}

function gatherStorage(variables: Variables): Pick<StartSettings, 'storage' | 'secretKey' | 'vault'> {
  return {
    secretKey: variables.WAYVEIL_SECRET_KEY ?? null,
    vault: {
      filesFolder: variables.WAYVEIL_VAULT_FILES ?? null,
      keys: {
        vault: variables.WAYVEIL_VAULT_KEY ?? null,
        first: variables.WAYVEIL_VAULT_FIRST_KEY ?? null,
        second: variables.WAYVEIL_VAULT_SECOND_KEY ?? null,
        files: variables.WAYVEIL_VAULT_FILES_KEY ?? null,
      },
    },
    storage: {
      dataDirectory: variables.WAYVEIL_DATA_DIR,
      databaseUrl: variables.DATABASE_URL,
      vaultDatabaseUrl: variables.VAULT_DATABASE_URL,
      vaultSecondDatabaseUrl: variables.VAULT_SECOND_DATABASE_URL,
      binDirectory: variables.WAYVEIL_POSTGRES_BIN,
      cacheDirectory: variables.WAYVEIL_POSTGRES_CACHE,
      databaseUser: variables.WAYVEIL_POSTGRES_USER,
      connections: variables.WAYVEIL_CONNECTIONS,
    },
  };
}

function gatherMail(variables: Variables): z.input<typeof MailSettings> {
  const { WAYVEIL_SMTP_CERT_FILE: certPem, WAYVEIL_SMTP_KEY_FILE: keyPem } = variables;
  const { WAYVEIL_DKIM_SELECTOR: selector, WAYVEIL_DKIM_KEY_FILE: privateKeyPem } = variables;
  return {
    relayUrl: variables.WAYVEIL_RELAY_URL ?? null,
    dkim: selector !== undefined && privateKeyPem !== undefined ? { selector, privateKeyPem } : null,
    smtpHost: variables.WAYVEIL_SMTP_HOST,
    smtpPort: variables.WAYVEIL_SMTP_PORT,
    smtpTls: certPem !== undefined && keyPem !== undefined ? { certPem, keyPem } : null,
    dnsServer: variables.WAYVEIL_DNS_SERVER ?? null,
  };
}
