import type { Services } from './services.ts';

/** A UUID of version 7 (RFC 9562, section 5.7): it sorts by time. */
export function makeId(services: Pick<Services, 'clock' | 'random'>): string {
  const bytes = Buffer.concat([Buffer.alloc(6), services.random(10)]);
  bytes.writeUIntBE(services.clock(), 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
