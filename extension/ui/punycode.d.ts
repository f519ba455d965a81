declare module 'punycode.js' {
  /** A host with its `xn--` labels decoded (RFC 3492); others stay as they are. */
  export function toUnicode(host: string): string;
}
