interface Base64Reader {
  /** Absent in Chromium before 140 and in Node 24. */
  fromBase64?(text: string): Uint8Array<ArrayBuffer>;
}

export function readBase64(text: string): Uint8Array<ArrayBuffer> {
  const platform = Uint8Array as Base64Reader;
  return platform.fromBase64?.(text) ?? Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
}
