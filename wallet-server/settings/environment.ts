import type { z } from 'zod';
import { DEFAULT_TERMS } from '#shared/purchase/terms.ts';
import { MailSettings } from '../mail/mail-settings.ts';
import type { StorageSettings } from '../storage/open-storage.ts';
import type { VaultSettings } from '../vault/vault-settings.ts';
import { findConflicts, findVaultConflicts } from './find-conflicts.ts';
import type { StartSettings, VaultProcessSettings } from './start-settings.ts';
import { DEFAULT_LIMITS, Variables } from './variables.ts';

const DEFAULT_VAULT_ADDRESS = { host: '127.0.0.1', port: 8478 };

/** The environment is wrong; the message names every wrong variable and says what to write. */
export class SettingsError extends Error {
  constructor(problems: readonly string[]) {
    super(`These settings are wrong:\n${problems.map(problem => `  ${problem}`).join('\n')}`);
    this.name = 'SettingsError';
  }
}

/** The one reader of the environment: every setting, or a `SettingsError` that names all that is wrong at once. */
export function readEnvironment(environment: NodeJS.ProcessEnv = process.env): StartSettings {
  const variables = decodeVariables(environment);
  const mail = MailSettings.safeParse(gatherMail(variables));
  const problems = [
    ...findConflicts(variables),
    ...(mail.success ? [] : mail.error.issues.map(describeMail)),
  ];
  if (problems.length > 0 || !mail.success) throw new SettingsError(problems);
  return { ...gatherServer(variables), ...gatherStorage(variables), mail: mail.data };
}

/** The settings of the vault's own process, or a `SettingsError`. */
export function readVaultEnvironment(environment: NodeJS.ProcessEnv = process.env): VaultProcessSettings {
  const variables = decodeVariables({ WAYVEIL_DATA_DIR: './vault-data', ...environment });
  const problems = findVaultConflicts(variables);
  if (problems.length > 0) throw new SettingsError(problems);
  return {
    address: variables.WAYVEIL_VAULT_ADDRESS ?? DEFAULT_VAULT_ADDRESS,
    parties: variables.WAYVEIL_VAULT_PARTIES ?? [],
    callsPerSecond: variables.WAYVEIL_VAULT_CALLS_PER_SECOND,
    vault: { ...gatherVault(variables), remote: null },
    storage: { ...gatherDatabases(variables), databases: ['vault', 'vault_second'] },
    logLevel: variables.WAYVEIL_LOG_LEVEL,
  };
}

function decodeVariables(environment: NodeJS.ProcessEnv): Variables {
  const given = Object.entries(environment).filter(([, value]) => value !== undefined && value !== '');
  const decoded = Variables.safeParse(Object.fromEntries(given));
  if (!decoded.success) throw new SettingsError(decoded.error.issues.map(describeIssue));
  return decoded.data;
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
    terms: { ...DEFAULT_TERMS, feeBasisPoints: variables.WAYVEIL_FEE_BASIS_POINTS },
    creditLimits: variables.WAYVEIL_CREDIT_LIMITS ?? DEFAULT_LIMITS.credit,
    defaultCodeLimits: variables.WAYVEIL_CODE_LIMITS ?? DEFAULT_LIMITS.code,
    webhookToPrivateHosts: variables.WAYVEIL_WEBHOOK_PRIVATE_HOSTS ?? variables.WAYVEIL_ORIGIN === undefined,
    payoutAccount: gatherPayoutAccount(variables),
    payoutAnswerDays: variables.WAYVEIL_PAYOUT_ANSWER_DAYS,
    numberLifetimeMs: variables.WAYVEIL_NUMBER_DAYS * 86_400_000,
    erasuresFile: variables.WAYVEIL_ERASURES_FILE ?? null,
    logWitnesses: variables.WAYVEIL_LOG_WITNESSES ?? [],
    logQuorum: variables.WAYVEIL_LOG_QUORUM,
    keys: {
      carriers: variables.WAYVEIL_CARRIER_KEYS ?? [],
      operators: variables.WAYVEIL_OPERATOR_KEYS ?? [],
      issuerSecret: variables.WAYVEIL_ISSUER_SECRET ?? null,
      bankSecret: variables.WAYVEIL_BANK_SECRET ?? null,
    },
    limits: {
      openPerMinute: variables.WAYVEIL_OPEN_CALLS_PER_MINUTE,
      partyPerMinute: variables.WAYVEIL_PARTY_CALLS_PER_MINUTE,
      pagesPerMinute: variables.WAYVEIL_PAGE_CALLS_PER_MINUTE,
      codesPerHour: variables.WAYVEIL_CODES_PER_HOUR,
      wrongProofsPerHour: variables.WAYVEIL_WRONG_PROOFS_PER_HOUR,
    },
    trustedProxies: variables.WAYVEIL_TRUSTED_PROXIES,
    logLevel: variables.WAYVEIL_LOG_LEVEL,
  };
}

function gatherPayoutAccount(variables: Variables): StartSettings['payoutAccount'] {
  const { WAYVEIL_PAYOUT_NAME: name, WAYVEIL_PAYOUT_IBAN: iban } = variables;
  if (name === undefined || iban === undefined) return null;
  return { name, iban, bic: variables.WAYVEIL_PAYOUT_BIC ?? null };
}

function gatherStorage(variables: Variables): Pick<StartSettings, 'storage' | 'secretKey' | 'vault'> {
  const storage = gatherDatabases(variables);
  const vault = gatherVault(variables);
  return {
    secretKey: variables.WAYVEIL_SECRET_KEY ?? null,
    vault,
    storage: vault.remote ? { ...storage, databases: ['directory'] } : storage,
  };
}

function gatherVault(variables: Variables): VaultSettings {
  const { WAYVEIL_VAULT_ADDRESS: address, WAYVEIL_VAULT_PARTIES: [party] = [] } = variables;
  return {
    remote: address !== undefined && party !== undefined ? { address, party } : null,
    filesFolder: variables.WAYVEIL_VAULT_FILES ?? null,
    keys: {
      vault: variables.WAYVEIL_VAULT_KEY ?? null,
      first: variables.WAYVEIL_VAULT_FIRST_KEY ?? null,
      second: variables.WAYVEIL_VAULT_SECOND_KEY ?? null,
      files: variables.WAYVEIL_VAULT_FILES_KEY ?? null,
    },
  };
}

function gatherDatabases(variables: Variables): StorageSettings {
  return {
    dataDirectory: variables.WAYVEIL_DATA_DIR,
    databaseUrl: variables.DATABASE_URL,
    vaultDatabaseUrl: variables.VAULT_DATABASE_URL,
    vaultSecondDatabaseUrl: variables.VAULT_SECOND_DATABASE_URL,
    binDirectory: variables.WAYVEIL_POSTGRES_BIN,
    cacheDirectory: variables.WAYVEIL_POSTGRES_CACHE,
    databaseUser: variables.WAYVEIL_POSTGRES_USER,
    connections: variables.WAYVEIL_CONNECTIONS,
  };
}

function gatherMail(variables: Variables): z.input<typeof MailSettings> {
  const { WAYVEIL_SMTP_CERT_FILE: certPem, WAYVEIL_SMTP_KEY_FILE: keyPem } = variables;
  const { WAYVEIL_DKIM_SELECTOR: selector, WAYVEIL_DKIM_KEY_FILE: privateKeyPem } = variables;
  return {
    relayUrl: variables.WAYVEIL_RELAY_URL ?? null,
    mailsPerHour: variables.WAYVEIL_MAILS_PER_HOUR,
    dkim: selector !== undefined && privateKeyPem !== undefined ? { selector, privateKeyPem } : null,
    smtpHost: variables.WAYVEIL_SMTP_HOST,
    smtpPort: variables.WAYVEIL_SMTP_PORT,
    smtpTls: certPem !== undefined && keyPem !== undefined ? { certPem, keyPem } : null,
    dnsServer: variables.WAYVEIL_DNS_SERVER ?? null,
  };
}
