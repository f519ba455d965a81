/**
 * Origins of the extension as it is built from this repository: Chrome's follows from the `key` in its manifest,
 * Firefox's from its gecko id. The server imports nothing of the extension; a test holds the two together.
 */
export const BUILT_EXTENSION_ORIGINS = [
  'chrome-extension://ichjkmnkmjjcjmnmfemjkcehabokbbod',
  'moz-extension://kddbpedpknbgkopgbcmldnlpaochdfdjcomegpdjealemijpmkjjepogofampmje',
] as const;
