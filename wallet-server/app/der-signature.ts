const INTEGER = 0x02;
const SEQUENCE = 0x30;

/**
 * An ECDSA signature of P-256 as r and s (RFC 7518, section 3.4), 64 bytes, as OpenSSL knows it: a DER `ECDSA-Sig-Value`
 * (RFC 3279, section 2.2.3). Node verifies the one form as well as the other, but takes half as long again for the first.
 */
export function toDerSignature(signature: Buffer): Buffer {
  const r = encodeInteger(signature.subarray(0, 32));
  const s = encodeInteger(signature.subarray(32));
  return Buffer.concat([Buffer.of(SEQUENCE, r.length + s.length), r, s]);
}

/** As short as its value allows, and positive. */
function encodeInteger(bytes: Buffer): Buffer {
  let start = 0;
  while (start < bytes.length - 1 && bytes[start] === 0) start += 1;
  const value = bytes.subarray(start);
  const head = (value[0] ?? 0) < 0x80 ? [INTEGER, value.length] : [INTEGER, value.length + 1, 0];
  return Buffer.concat([Buffer.from(head), value]);
}
