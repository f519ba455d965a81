import type { Variables } from './variables.ts';

type Name = keyof Variables;

/** What only the vault may have; a server whose vault is a process of its own must not. */
const OF_THE_VAULT: readonly Name[] = [
  'VAULT_DATABASE_URL',
  'VAULT_SECOND_DATABASE_URL',
  'WAYVEIL_VAULT_KEY',
  'WAYVEIL_VAULT_FIRST_KEY',
  'WAYVEIL_VAULT_SECOND_KEY',
  'WAYVEIL_VAULT_FILES_KEY',
];

/** What the vault's process must not have. */
const OF_THE_SERVER: readonly Name[] = ['DATABASE_URL', 'WAYVEIL_SECRET_KEY'];

const PAIRS: readonly (readonly [Name, Name])[] = [
  ['WAYVEIL_SMTP_CERT_FILE', 'WAYVEIL_SMTP_KEY_FILE'],
  ['WAYVEIL_PAYOUT_NAME', 'WAYVEIL_PAYOUT_IBAN'],
  ['WAYVEIL_DKIM_SELECTOR', 'WAYVEIL_DKIM_KEY_FILE'],
];

/** Servers that share a directory share the vault's databases too: what one wrote, all must find. */
const OF_A_SHARED_VAULT: readonly (readonly [Name, Name])[] = [
  ['DATABASE_URL', 'VAULT_DATABASE_URL'],
  ['DATABASE_URL', 'VAULT_SECOND_DATABASE_URL'],
];

/** Variables that are right alone and wrong together. */
export function findConflicts(variables: Variables): string[] {
  const isRemote = variables.WAYVEIL_VAULT_ADDRESS !== undefined;
  const { WAYVEIL_RP_ID: rpId, WAYVEIL_ORIGIN: origin } = variables;
  const host = new URL(origin ?? 'http://wallet.localhost').hostname;
  const tooFew = variables.WAYVEIL_LOG_QUORUM > (variables.WAYVEIL_LOG_WITNESSES?.length ?? 0);
  const isForeign = rpId !== undefined && host !== rpId && !host.endsWith(`.${rpId}`);
  return [
    ...findHalves(variables, isRemote ? PAIRS : [...PAIRS, ...OF_A_SHARED_VAULT]),
    ...findMissingKeys(
      variables,
      isRemote ? ['WAYVEIL_SECRET_KEY'] : ['WAYVEIL_SECRET_KEY', 'WAYVEIL_VAULT_KEY'],
    ),
    ...(isRemote ? findRemoteConflicts(variables) : []),
    ...(tooFew ? ['WAYVEIL_LOG_QUORUM: write no more than there are witnesses'] : []),
    ...(isForeign ? [`WAYVEIL_RP_ID: write ${host} or a domain that it is part of`] : []),
  ];
}

/** The same for the vault's own process. */
export function findVaultConflicts(variables: Variables): string[] {
  const isMissing = variables.WAYVEIL_VAULT_PARTIES === undefined;
  return [
    ...findForeign(
      variables,
      OF_THE_SERVER,
      "leave it out: the vault's process has no part in the directory",
    ),
    ...(isMissing ? ['WAYVEIL_VAULT_PARTIES: write id:key for each server that may call'] : []),
    ...findHalves(variables, [['VAULT_DATABASE_URL', 'VAULT_SECOND_DATABASE_URL']]),
  ];
}

function findHalves(variables: Variables, pairs: readonly (readonly [Name, Name])[]): string[] {
  return pairs
    .filter(([one, other]) => (variables[one] === undefined) !== (variables[other] === undefined))
    .map(
      ([one, other]) => `${variables[one] === undefined ? one : other}: write it too, the two go together`,
    );
}

function findMissingKeys(variables: Variables, names: readonly Name[]): string[] {
  if (variables.DATABASE_URL === undefined) return [];
  return names
    .filter(name => variables[name] === undefined)
    .map(name => `${name}: write 32 bytes in base64url; all servers on one database need the same`);
}

function findRemoteConflicts(variables: Variables): string[] {
  const parties = variables.WAYVEIL_VAULT_PARTIES?.length ?? 0;
  return [
    ...findForeign(variables, OF_THE_VAULT, "leave it out: the vault's process alone has it"),
    ...(parties === 1 ? [] : ['WAYVEIL_VAULT_PARTIES: write id:key, as the vault has it for this server']),
  ];
}

function findForeign(variables: Variables, names: readonly Name[], advice: string): string[] {
  return names.filter(name => variables[name] !== undefined).map(name => `${name}: ${advice}`);
}
