/** Where the vault's process listens: a Unix socket, or a port. */
export type VaultAddress = { socketPath: string } | { host: string; port: number };

/** `unix:/run/wayveil/vault.sock`, or `127.0.0.1:8478`; null where it is neither. */
export function parseVaultAddress(text: string): VaultAddress | null {
  const socketPath = /^unix:(\/.+)$/.exec(text)?.[1];
  if (socketPath !== undefined) return { socketPath };
  const [, host, port] = /^([\w.-]+|\[[\da-f:]+\]):(\d{1,5})$/i.exec(text) ?? [];
  if (host === undefined || port === undefined || Number(port) > 65_535) return null;
  return { host: host.replace(/^\[|\]$/g, ''), port: Number(port) };
}
